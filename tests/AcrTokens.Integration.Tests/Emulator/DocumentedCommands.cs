using System.Text.RegularExpressions;

namespace AcrTokens.Integration.Tests;

/// <summary>The commands in <c>docs/emulator.md</c>, run verbatim.</summary>
[Collection(ClientProofs.Name)]
public sealed partial class DocumentedCommands
{
    private static readonly string Text = File.ReadAllText(Path.Combine(RepositoryRoot.Path, "docs", "emulator.md")).ReplaceLineEndings("\n");

    [ToolFact("az", "bash")]
    public async Task Of_the_Azure_CLI_make_a_token()
    {
        await using var emulator = await EmulatorForClients.StartAsync(o => o with { RegistryHttpsPort = 0 });
        var environment = emulator.Environment;
        environment["AZURE_CONFIG_DIR"] = Path.Combine(emulator.Folder, "azure");

        var ended = await ChildProcess.RunAsync("bash", ["-euo", "pipefail", "-c", Block("### The Azure CLI")], environment);

        ended.ExitCode.ShouldBe(0, ended.Output);
        emulator.Emulator.Tokens.ShouldHaveSingleItem().Name.ShouldBe("ci-token");
    }

    [Fact]
    public void Name_one_registry() => Text.ShouldNotContain("contoso");

    /// <summary>The first indented lines below a heading.</summary>
    private static string Block(string heading) =>
        string.Join('\n', Indented().Match(Text[Text.IndexOf(heading, StringComparison.Ordinal)..]).Value.Split('\n').Select(line => line.Trim()));

    [GeneratedRegex("(?<=\n\n)(    .+\n)+")]
    private static partial Regex Indented();
}
