namespace AcrTokens.Analyzers.Tests;

using static Sources;

public sealed class RevokesNotAssured
{
    [Theory]
    [InlineData("[|Executes|](() => Lease.Revoke())")]
    [InlineData("[|Executes|](() => lease?.Revoke())")]
    [InlineData("[|Executes|](() => { if (lease is { } open) open.Revoke(); })")]
    [InlineData("[|Executes|](async () => { await Lease.RevokeAsync(); })")]
    [InlineData("[|Executes|](() => Lease.RevokeAsync())")]
    [InlineData("[|Executes|](() => Lease.Dispose())")]
    [InlineData("After(Other).OnlyWhenDynamic(() => lease != null).[|Executes|](() => { End(); void End() => Lease.Revoke(); })")]
    [InlineData("Executes(() => AcrTokenGuard.OpenLeases.Count).[|Executes|](() => Lease.Revoke())")]
    [InlineData("[|Executes|](Lease.Revoke)")]
    [InlineData("[|Executes|](() => { foreach (var open in AcrTokenGuard.OpenLeases) open.Revoke(); })")]
    public Task Target_that_revokes_Triggers(string chain) => Check.SourceAsync<RevokeIsNotAssured>(Target("RevokeToken", chain));

    [Fact]
    public Task Message_Names_the_target() =>
        Check.SourceAsync<RevokeIsNotAssured>(
            Target("RevokeToken", "[|Executes|](() => Lease.Revoke())"),
            "'RevokeToken' revokes a lease, but the build skips it when an earlier target fails. Add '.AssuredAfterFailure()'."
        );

    [Theory]
    [InlineData("interface IRevoke : INukeBuild { AcrTokenLease Open { get; } Target End => _ => _.[|Executes|](() => Open.Revoke()); }")]
    [InlineData(
        "partial class Parts : NukeBuild { Target End => _ => _.[|Executes|](() => Open.Revoke()); } partial class Parts { AcrTokenLease "
            + "Open => null!; }"
    )]
    [InlineData(
        "class Blocks : NukeBuild { AcrTokenLease Open => null!; Target End { get { return _ => { return _.[|Executes|](() => "
            + "Open.Revoke()); }; } } }"
    )]
    [InlineData("class Fields { static AcrTokenLease Open => null!; Target end = _ => _.[|Executes|](() => Open.Revoke()); }")]
    [InlineData("class Methods { AcrTokenLease Open => null!; Target End() => _ => _.[|Executes|](() => Open.Revoke()); }")]
    public Task Target_in_any_kind_of_type_Triggers(string type) => Check.SourceAsync<RevokeIsNotAssured>(Usings + type);

    [Theory]
    [InlineData("AssuredAfterFailure().Executes(() => Lease.Revoke())")]
    [InlineData("Executes(() => Lease.Revoke()).AssuredAfterFailure()")]
    [InlineData("Executes(() => AcrTokenRevoke(s => s))")]
    [InlineData("Executes(() => { using var own = AcrTokenMint(s => s); own.Revoke(); })")]
    [InlineData("Executes(() => WithAcrToken(s => s, own => own.Revoke()))")]
    [InlineData("Executes(() => Console.WriteLine(Lease.Name))")]
    [InlineData("Shared().Executes(() => Lease.Revoke())")]
    [InlineData("Executes(() => { try { Push(Lease); } catch { Lease.Revoke(); throw; } })")]
    [InlineData("Executes(() => { Push(Lease); Lease.Revoke(); })")]
    [InlineData("Executes(() => { var own = Mint(); Push(own); own.Revoke(); })")]
    [InlineData("Executes(() => { foreach (var open in AcrTokenGuard.OpenLeases) { Push(open); open.Revoke(); } })")]
    [InlineData("Executes(() => { try { Console.WriteLine(Lease.Name); } finally { if (lease != null) Lease.Revoke(); } })")]
    public Task Target_that_need_not_be_assured_or_may_be_DoesNotTrigger(string chain) =>
        Check.SourceAsync<RevokeIsNotAssured>(Target("RevokeToken", chain));

    [Fact]
    public Task Method_that_revokes_DoesNotTrigger() =>
        Check.SourceAsync<RevokeIsNotAssured>(Body("Lease.Revoke(); Action act = () => Lease.Revoke(); act();"));

    [Fact]
    public Task Target_IsFixed() =>
        Fix.SourceAsync<RevokeIsNotAssured, AssureTarget>(
            Target("RevokeToken", "After(Other)\n        .Executes(() =>\n        {\n            Lease.Revoke();\n        })"),
            Target(
                "RevokeToken",
                "After(Other)\n        .AssuredAfterFailure()\n        .Executes(() =>\n        {\n            Lease.Revoke();\n        })"
            )
        );

    [Fact]
    public Task Comments_Stay_where_they_are() =>
        Fix.SourceAsync<RevokeIsNotAssured, AssureTarget>(
            Target("RevokeToken", "DependsOn(Other) // why\n        // what\n        .Executes(() => Lease.Revoke())"),
            Target("RevokeToken", "DependsOn(Other) // why\n        .AssuredAfterFailure()\n        // what\n        .Executes(() => Lease.Revoke())")
        );

    [Fact]
    public Task Target_on_one_line_IsFixed() =>
        Fix.SourceAsync<RevokeIsNotAssured, AssureTarget>(
            Build("Target End => _ => _.Executes(() => Lease.Revoke());"),
            Build("Target End => _ => _.AssuredAfterFailure().Executes(() => Lease.Revoke());")
        );

    private static string Target(string name, string chain) =>
        $$"""
        {{Build($$"""
            Target Other => _ => _;

            static void Push(AcrTokenLease lease) { }

            static AcrTokenLease Mint() => AcrTokenMint(s => s);

            Target {{name}} => _ => _
                .{{chain}};
            """)}}

        static class Verbs
        {
            public static ITargetDefinition Shared(this ITargetDefinition definition) => definition.AssuredAfterFailure();
        }
        """;
}
