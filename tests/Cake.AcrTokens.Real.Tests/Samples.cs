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
        var documented = Scripts()
            .Matches(await File.ReadAllTextAsync(Path.Combine(RepositoryRoot.Path, "docs", "cake.md")))
            .Select((match, n) => (Name: $"documented-{n}.cake", Text: ForCakeTool(match.Groups[1].Value)))
            .ToList();
        documented.Count.ShouldBe(2, "the script and Cake.Sdk's");
        foreach (var (name, text) in documented)
            cake.Write(name, text);

        foreach (var script in documented.Select(script => script.Name).Prepend("examples.cake"))
        {
            using var build = await cake.RunAsync(script, "--dryrun");
            build.ExitCode.ShouldBe(0, build.Output);
            build.Output.ShouldNotContain("warning CS");
        }
    }

    [GeneratedRegex("Minted token ([a-z0-9-]+)")]
    private static partial Regex MintedToken();

    // Cake.Sdk has the same language. Its packages are not on every feed: the tool compiles its program, with the same addin.
    private static string ForCakeTool(string script) =>
        script.StartsWith("#:", StringComparison.Ordinal)
            ? "#addin nuget:?package=Cake.AcrTokens&version=0.1.0&loaddependencies=true\n"
                + string.Join('\n', script.Split('\n').Where(line => !line.StartsWith("#:", StringComparison.Ordinal)))
            : script;

    [GeneratedRegex(@"```csharp cake[^\n]*\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Scripts();
}
