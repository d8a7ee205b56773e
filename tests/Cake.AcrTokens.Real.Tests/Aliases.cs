using AcrTokens;

namespace Cake.AcrTokens.Real.Tests;

/// <summary>The aliases in a script: Cake generates a method for each, and compiles it.</summary>
[Collection(RealCake.Name)]
public sealed class Aliases(CakeBuilds cake)
{
    [CakeFact]
    public async Task Do_their_work_in_every_form()
    {
        cake.Write("aliases.cake", EveryAlias.Script);

        using var build = await cake.RunAsync("aliases.cake");

        build.ExitCode.ShouldBe(0, build.Output);
        build.AllSaid("called ").ShouldBe(EveryAlias.All.Select(a => $"{a}"));
        var (tokens, scopeMaps) = await cake.Emulator.StateAsync();
        tokens.Keys.ShouldBe(
            EveryAlias
                .NamesOf<AcrTokenSettings>()
                .Except(EveryAlias.Names(nameof(AcrTokenAliases.AcrTokenDelete)))
                .Except(EveryAlias.Names(nameof(AcrTokenAliases.AcrTokenRevoke))),
            ignoreOrder: true
        );
        foreach (var name in EveryAlias.Names(nameof(AcrTokenAliases.AcrTokenCredentialDelete)))
            tokens[name].GetProperty("passwords").GetArrayLength().ShouldBe(0, name);
        foreach (var name in EveryAlias.Names(nameof(AcrTokenAliases.AcrTokenUpdate)))
            tokens[name].GetProperty("enabled").GetBoolean().ShouldBeFalse(name);
        // A mint's scope map stays after its token is deleted, and other builds have minted here.
        scopeMaps
            .Keys.Where(name => !name.StartsWith("acrt-", StringComparison.Ordinal))
            .ShouldBe(
                EveryAlias.NamesOf<AcrScopeMapSettings>().Except(EveryAlias.Names(nameof(AcrTokenAliases.AcrScopeMapDelete))).Append("there"),
                ignoreOrder: true
            );
        foreach (var name in EveryAlias.Names(nameof(AcrTokenAliases.AcrScopeMapUpdate)))
            scopeMaps[name].GetProperty("description").GetString().ShouldBe("Pushes the app");
    }
}
