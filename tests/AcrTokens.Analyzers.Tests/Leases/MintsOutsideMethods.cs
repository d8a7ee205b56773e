namespace AcrTokens.Analyzers.Tests;

using static Sources;

public sealed class MintsOutsideMethods
{
    [Theory]
    [InlineData("class Script : NukeBuild { readonly AcrTokenLease open = [|AcrTokenMint|](s => s); }")]
    [InlineData("class Script : NukeBuild { AcrTokenLease Open { get; } = AcrTokenTasks.[|AcrTokenMint|](s => s); }")]
    [InlineData("class Script : NukeBuild { readonly Task<AcrTokenLease> open = [|AcrTokenMintAsync|](s => s); }")]
    [InlineData("class Script : NukeBuild { AcrTokenLease open; Script() { open = [|AcrTokenMint|](s => s); } }")]
    [InlineData("static class Tokens { static readonly AcrTokenLease Open = [|AcrTokenMint|](s => s); }")]
    [InlineData("static class Tokens { static AcrTokenLease open; static Tokens() => open = [|AcrTokenMint|](s => s); }")]
    [InlineData(
        """
            namespace Nuke.Common.ValueInjection
            {
                public abstract class ValueInjectionAttributeBase : Attribute { public abstract object GetValue(System.Reflection.MemberInfo member, object instance); }
            }

            class MintAttribute : Nuke.Common.ValueInjection.ValueInjectionAttributeBase
            {
                public override object GetValue(System.Reflection.MemberInfo member, object instance) => [|AcrTokenMint|](s => s);
            }
            """
    )]
    public Task Mint_of_every_run_Triggers(string type) => Check.SourceAsync<MintIsOutsideMethod>(Usings + type);

    [Fact]
    public Task Message_Names_the_place() =>
        Check.SourceAsync<MintIsOutsideMethod>(
            Usings + "class Script : NukeBuild { readonly AcrTokenLease open = [|AcrTokenMint|](s => s); }",
            "the initialiser of 'open' mints a token in every run of the build, even for '--help'. Mint in the target that needs the token."
        );

    [Theory]
    [InlineData("class Script : NukeBuild { Target Mint => _ => _.Executes(() => { open = AcrTokenMint(s => s); }); AcrTokenLease? open; }")]
    [InlineData("class Script : NukeBuild { Target Mint = _ => _.Executes(() => { AcrTokenMint(s => s).Detach(); }); }")]
    [InlineData("class Script : NukeBuild { readonly Lazy<AcrTokenLease> open = new(() => AcrTokenMint(s => s)); }")]
    [InlineData("class Script : NukeBuild { AcrTokenLease Open => AcrTokenMint(s => s); }")]
    [InlineData("class Pusher { readonly AcrTokenLease open = AcrTokenMint(s => s); Pusher() { } }")]
    public Task Mint_that_a_target_asks_for_DoesNotTrigger(string type) => Check.SourceAsync<MintIsOutsideMethod>(Usings + type);
}
