namespace AcrTokens.Analyzers.Tests;

using static Sources;

public sealed class SkippedRevokes
{
    [Theory]
    [InlineData("var minted = AcrTokenMint(s => s); Push(minted.Name); minted.[|Revoke|]();")]
    [InlineData("var minted = AcrTokenMint(s => s); Push(minted.Name); minted?.[|Dispose|]();")]
    [InlineData("var minted = AcrTokenMint(s => s); foreach (var name in new[] { \"a\" }) { Push(name); } minted.[|RevokeAsync|]().Wait();")]
    public Task Revoke_on_the_straight_line_Triggers(string statements) => Check.SourceAsync<RevokeMayBeSkipped>(Pusher(statements));

    [Fact]
    public Task Message_Names_the_lease() =>
        Check.SourceAsync<RevokeMayBeSkipped>(
            Pusher("var minted = AcrTokenMint(s => s); Push(minted.Name); minted.[|Revoke|]();"),
            "An exception between the mint and this call leaves lease 'minted' open. Declare the lease with 'using', or revoke it in 'finally'."
        );

    [Theory]
    [InlineData("var minted = AcrTokenMint(s => s); minted.Revoke();")]
    [InlineData("using var minted = AcrTokenMint(s => s); Push(minted.Name); minted.Revoke();")]
    [InlineData("var minted = AcrTokenMint(s => s); try { Push(minted.Name); } finally { minted.Revoke(); }")]
    [InlineData("var minted = AcrTokenMint(s => s); try { Push(minted.Name); } catch { minted.Revoke(); throw; }")]
    [InlineData("var minted = AcrTokenMint(s => s); Push(minted.Name); minted.Detach();")]
    [InlineData("var minted = AcrTokenMint(s => s); using (minted) { Push(minted.Name); } minted.Revoke();")]
    [InlineData("var minted = AcrTokenMint(s => s); Keep(minted); Push(minted.Name); minted.Revoke(); void Keep(AcrTokenLease kept) { }")]
    public Task Revoke_that_is_reached_or_not_alone_DoesNotTrigger(string statements) => Check.SourceAsync<RevokeMayBeSkipped>(Pusher(statements));

    [Fact]
    public Task Build_with_the_attribute_DoesNotTrigger() =>
        Check.SourceAsync<RevokeMayBeSkipped>(Body("var minted = AcrTokenMint(s => s); Console.WriteLine(minted.Name); minted.Revoke();"));

    [Fact]
    public Task Mint_before_the_revoke_IsFixed() =>
        Fix.SourceAsync<RevokeMayBeSkipped, UseUsing>(
            Pusher("\n// for the push\nvar minted = AcrTokenMint(s => s); Push(minted.Name);\nminted.Revoke(); // and throw\n"),
            Pusher("\n// for the push\nusing var minted = AcrTokenMint(s => s); Push(minted.Name);\nminted.Revoke(); // and throw\n")
        );

    [Fact]
    public Task Two_mints_AreFixed_together() =>
        Fix.SourceAsync<RevokeMayBeSkipped, UseUsing>(
            Pusher("var a = AcrTokenMint(s => s);\nvar b = AcrTokenMint(s => s);\nPush(a.Name);\na.Revoke();\nPush(b.Name);\nb.Revoke();"),
            Pusher("using var a = AcrTokenMint(s => s);\nusing var b = AcrTokenMint(s => s);\nPush(a.Name);\na.Revoke();\nPush(b.Name);\nb.Revoke();")
        );

    [Theory]
    [InlineData("AcrTokenLease minted; minted = AcrTokenMint(s => s); Push(minted.Name); minted.Revoke();")]
    [InlineData("var minted = AcrTokenMint(s => s); Push(minted.Name); minted.Revoke(); minted = null;")]
    public Task What_cannot_be_a_using_IsNotFixed(string statements) => Fix.IsNotOfferedAsync<RevokeMayBeSkipped, UseUsing>(Pusher(statements));

    private static string Pusher(string statements) => $$"""{{Usings}}class Pusher { void Push(string token) { } void Run() { {{statements}} } }""";
}
