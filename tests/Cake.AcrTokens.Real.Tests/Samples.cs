using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Cake.AcrTokens.Real.Tests;

/// <summary>Code that build authors copy. The sample runs; the rest is compiled by Cake, as in their builds.</summary>
[Collection(RealCake.Name)]
public sealed partial class Samples(CakeBuilds cake)
{
    [CakeFact]
    public async Task Push_an_image_with_a_token_that_is_dead_afterwards()
    {
        using var build = await cake.RunWithoutCacheAsync("sample.cake", "--registry=contoso");

        build.ExitCode.ShouldBe(0, build.Output);
        foreach (var task in new[] { "MintPushToken", "PublishImage", "RevokePushToken", "ProveRevoked" })
            build.Output.ShouldMatch($@"(?m)^\s+{task}\s+\d\d:\d\d:[0-9.]+\s+Succeeded");
        build.Output.ShouldContain("Pushed image 'samples/hello:1.0'");
        var token = MintedToken().Match(build.Output).Groups[1].Value;
        (await cake.Emulator.OperationsAsync(token)).ShouldContain("Tokens_Create");
        (await cake.Emulator.StateAsync()).Tokens.Keys.ShouldNotContain(token);
    }

    // In a dry run Cake compiles, but runs no task.
    [CakeFact]
    public async Task Of_every_alias_and_of_the_documentation_compile()
    {
        var members = XDocument.Load(Path.ChangeExtension(typeof(AcrTokenAliases).Assembly.Location, ".xml")).Descendants("member");
        var examples = members.Select(m => m.Element("example")?.Element("code")?.Value).OfType<string>().Distinct().ToList();
        examples.Count.ShouldBeGreaterThan(20);
        cake.Write(
            "examples.cake",
            "#load \"emulator.cake\"\n"
                + string.Concat(
                    examples.Select(
                        (example, n) =>
                            $$"""
                                Task("Example{{n}}").Does(async () =>
                                {
                                {{example}}
                                    await System.Threading.Tasks.Task.CompletedTask;
                                });

                                """
                    )
                )
                + "RunTarget(\"Example0\");\n"
        );
        cake.Write(
            "documented.cake",
            Script().Match(await File.ReadAllTextAsync(Path.Combine(RepositoryRoot.Path, "docs", "cake.md"))).Groups[1].Value
        );

        foreach (var script in new[] { "examples.cake", "documented.cake" })
        {
            using var build = await cake.RunAsync(script, "--dryrun");
            build.ExitCode.ShouldBe(0, build.Output);
            build.Output.ShouldNotContain("warning CS");
        }
    }

    [GeneratedRegex("Minted token ([a-z0-9-]+)")]
    private static partial Regex MintedToken();

    [GeneratedRegex(@"```csharp\n(#addin .*?)```", RegexOptions.Singleline)]
    private static partial Regex Script();
}
