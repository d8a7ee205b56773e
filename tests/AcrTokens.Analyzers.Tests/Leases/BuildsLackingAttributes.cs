namespace AcrTokens.Analyzers.Tests;

using static Sources;

public sealed class BuildsLackingAttributes
{
    private const string Mints = "Target Mint => _ => _.Executes(() => { Open = AcrTokenMint(s => s); }); AcrTokenLease? Open { get; set; }";

    [Theory]
    [InlineData($$"""class [|Script|] : NukeBuild { {{Mints}} }""")]
    [InlineData($$"""partial class [|Script|] : NukeBuild { } partial class Script { {{Mints}} }""")]
    [InlineData($$"""abstract class Shared : NukeBuild { {{Mints}} } class [|Script|] : Shared { }""")]
    [InlineData(
        """interface IMint : INukeBuild { Target Mint => _ => _.Executes(() => { Keep(AcrTokenTasks.AcrTokenMint(s => s)); }); void Keep(AcrTokenLease lease); } class [|Script|] : NukeBuild, IMint { public void Keep(AcrTokenLease lease) { } }"""
    )]
    [InlineData(
        """class [|Script|] : NukeBuild { void Run() { var own = AcrTokenMint(s => s); own.Detach(); Keep(AcrTokenMint(s => s)); } void Keep(AcrTokenLease lease) { } }"""
    )]
    [InlineData(
        """class [|Script|] : NukeBuild { AcrTokenLease? open; void Run(AcrTokenLease other) { open = AcrTokenMint(s => s); other.Detach(); } }"""
    )]
    [InlineData("""class [|Script|] : NukeBuild { Task<AcrTokenLease> Mint() => Client.MintTokenAsync(new()); }""")]
    [InlineData("""class [|Script|] : NukeBuild { AcrTokenLease Mint() { return Local(); AcrTokenLease Local() => AcrTokenMint(s => s); } }""")]
    [InlineData("""class [|Script|] : NukeBuild { AcrPreparedToken Prepare() => AcrTokenPrepare(s => s); }""")]
    public Task Build_that_mints_Triggers(string type) => Check.SourceAsync<BuildLacksAttribute>(Usings + type);

    [Fact]
    public Task Message_Names_the_class() =>
        Check.SourceAsync<BuildLacksAttribute>(
            $$"""{{Usings}}class [|Script|] : NukeBuild { {{Mints}} }""",
            "Build class 'Script' mints a token, but until the process ends nothing ends it when a target fails before the one that "
                + "revokes. Add '[RevokeAcrTokens]' to the class."
        );

    [Theory]
    [InlineData($$"""[RevokeAcrTokens] class Script : NukeBuild { {{Mints}} }""")]
    [InlineData($$"""[RevokeAcrTokens] partial class Script : NukeBuild { } partial class Script { {{Mints}} }""")]
    [InlineData($$"""[RevokeAcrTokens] abstract class Shared : NukeBuild { {{Mints}} } class Script : Shared { }""")]
    [InlineData($$"""abstract class Shared : NukeBuild { {{Mints}} }""")]
    [InlineData($$"""class NoBuild { {{Mints}} }""")]
    [InlineData("""class Script : NukeBuild { void Run() { using var own = AcrTokenMint(s => s); } }""")]
    [InlineData("""class Script : NukeBuild { void Run() { using (var own = AcrTokenMint(s => s)) { } } }""")]
    [InlineData("""class Script : NukeBuild { void Run() => WithAcrToken(s => s, _ => { }); }""")]
    [InlineData(
        """class Script : NukeBuild { void Run() { var own = AcrTokenMint(s => s); Tell(own.Name); own.Detach(); } void Tell(string name) { } }"""
    )]
    [InlineData("""class Script : NukeBuild { AcrTokenLease? open; void Mint() { open = AcrTokenMint(s => s); } void Leave() => open?.Detach(); }""")]
    [InlineData(
        """class Script : NukeBuild { AcrTokenLease? open; async Task Mint() { this.open = await AcrTokenMintAsync(s => s); open!.Detach(); } }"""
    )]
    [InlineData("""class Script : NukeBuild { void Run() => AcrTokenMint(s => s).Detach(); }""")]
    [InlineData(
        """abstract class Shared : NukeBuild { protected void Run() { var own = AcrTokenMint(s => s); own.Detach(); } } class Script : Shared { }"""
    )]
    public Task Build_that_need_not_have_it_DoesNotTrigger(string type) => Check.SourceAsync<BuildLacksAttribute>(Usings + type);

    [Fact]
    public Task Class_IsFixed() =>
        Fix.SourceAsync<BuildLacksAttribute, AddAttribute>(
            $$"""
            {{Usings}}
            /// <summary>The build.</summary>
            class Script : NukeBuild
            {
                {{Mints}}
            }
            """,
            $$"""
            {{Usings}}
            /// <summary>The build.</summary>
            [RevokeAcrTokens]
            class Script : NukeBuild
            {
                {{Mints}}
            }
            """
        );

    [Fact]
    public Task Class_with_an_attribute_IsFixed() =>
        Fix.SourceAsync<BuildLacksAttribute, AddAttribute>(
            $$"""
            {{Usings}}
            namespace Scripts
            {
                [Obsolete]
                class Script : NukeBuild
                {
                    {{Mints}}
                }
            }
            """,
            $$"""
            {{Usings}}
            namespace Scripts
            {
                [RevokeAcrTokens]
                [Obsolete]
                class Script : NukeBuild
                {
                    {{Mints}}
                }
            }
            """
        );
}
