namespace AcrTokens.Analyzers.Tests;

using static Sources;

public sealed class PasswordsThrownAway
{
    [Theory]
    [InlineData("[|AcrTokenMint|](s => s);")]
    [InlineData("_ = [|AcrTokenMint|](s => s);")]
    [InlineData("[|AcrTokenMintAsync|](s => s);")]
    [InlineData("[|AcrTokenMintAsync|](s => s).GetAwaiter().GetResult();")]
    [InlineData("[|AcrTokenMint|](s => s.CombineWith(new[] { 1 }, (t, _) => t));")]
    [InlineData("AcrTokenTasks.[|AcrTokenCredentialGenerate|](s => s);")]
    [InlineData("Local(); void Local() => [|AcrTokenMint|](s => s);")]
    [InlineData("Action act = () => { [|AcrTokenMint|](s => s); }; act();")]
    [InlineData("[|AcrTokenPrepare|](s => s);")]
    public Task Result_that_nobody_takes_Triggers(string statements) => Check.SourceAsync<PasswordIsThrownAway>(Body(statements));

    [Fact]
    public Task Awaited_result_Triggers() =>
        Check.SourceAsync<PasswordIsThrownAway>(
            AsyncBody("await Client.[|GenerateTokenCredentialAsync|](new AcrTokenCredentialGenerateSettings()).ConfigureAwait(false);"),
            "The result of 'GenerateTokenCredentialAsync' is thrown away, and its password can never be read again. Keep the result, or do "
                + "not make the password."
        );

    [Theory]
    [InlineData("Executes(() => [|AcrTokenMint|](s => s))")]
    [InlineData("Executes(() => { [|AcrTokenMint|](s => s); })")]
    [InlineData("Executes(async () => { await [|AcrTokenMintAsync|](s => s); })")]
    [InlineData("Executes(() => [|AcrTokenCredentialGenerate|](s => s))")]
    public Task Target_that_drops_the_result_Triggers(string executes) =>
        Check.SourceAsync<PasswordIsThrownAway>(Build($"Target Mint => _ => _.{executes};"));

    [Theory]
    [InlineData("lease = AcrTokenMint(s => s);")]
    [InlineData("var minted = AcrTokenMint(s => s);")]
    [InlineData("AcrTokenMint(s => s).Dispose();")]
    [InlineData("using (AcrTokenMint(s => s)) { }")]
    [InlineData("WithAcrToken(s => s, _ => { });")]
    [InlineData("AcrTokenCredentialGenerate(s => s.EnableWhatIf());")]
    [InlineData("Shouldly.Should.Throw<AcrException>(() => AcrTokenMint(s => s));")]
    [InlineData("Shouldly.Should.ThrowAsync<AcrException>(async () => await AcrTokenMintAsync(s => s)).Wait();")]
    [InlineData("Func<AcrTokenLease> mint = () => AcrTokenMint(s => s); lease = mint();")]
    [InlineData("AcrCredentialRegenerate(s => s);")]
    [InlineData("AcrTokenCreate(s => s);")]
    public Task Result_that_goes_somewhere_DoesNotTrigger(string statements) => Check.SourceAsync<PasswordIsThrownAway>(Body(statements));

    [Theory]
    [InlineData("() => AcrTokenMintAsync(s => s)")]
    [InlineData("async () => await AcrTokenMintAsync(s => s)")]
    public Task Task_that_a_target_does_not_await_DoesNotTrigger(string action) =>
        Check.SourceAsync<PasswordIsThrownAway>(Build($"Target Mint => _ => _.Executes({action});"));
}
