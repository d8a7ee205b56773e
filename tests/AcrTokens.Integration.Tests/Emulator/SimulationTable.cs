using System.Text.Json.Nodes;

namespace AcrTokens.Integration.Tests;

/// <summary>
/// Runs third-party clients and the library against each simulation, and writes the results in the form of <c>docs/emulator.md</c>.
/// </summary>
[Collection(ClientProofs.Name)]
public sealed class SimulationTable : IAsyncLifetime
{
    private const int Longest = 130;

    private static readonly string NodeFolder = Path.Combine(RepositoryRoot.Path, "tests", "AcrTokens.Integration.Tests", "Emulator", "node");

    private EmulatorForClients emulator = null!;

    private static string File { get; } = Path.Combine(AppContext.BaseDirectory, "simulations.md");

    // The CLI uses https for login servers.
    public async Task InitializeAsync() => emulator = await EmulatorForClients.StartAsync(o => o with { RegistryHttpsPort = 0 });

    public async Task DisposeAsync() => await emulator.DisposeAsync();

    [ToolFact("az")]
    public async Task Of_each_simulation_says_what_clients_make_of_it()
    {
        var node = await NodeAsync();
        var az = await AzureCli.LogInAsync(emulator);
        List<(SimulationRow Row, string Cli, string Node, string Library)> told = [];
        for (var i = 0; i < SimulationRow.All.Count; i++)
        {
            var row = SimulationRow.All[i];
            told.Add((row, await AzAsync(az, row, $"az-token-{i}"), node?[i] ?? "not run", await LibraryAsync(row, $"library-token-{i}")));
        }

        await System.IO.File.WriteAllTextAsync(
            File,
            "| simulation | asked | az | @azure/arm-containerregistry | this library |\n|---|---|---|---|---|\n"
                + string.Concat(told.Select(t => $"| {t.Row.Name} | {t.Row.Operation} | {Cell(t.Cli)} | {Cell(t.Node)} | {Cell(t.Library)} |\n"))
        );
        foreach (var (row, cli, npm, _) in told.Where(t => t.Row.Word is not null))
        {
            cli.ShouldContain(row.Word!, Case.Sensitive, row.Name);
            npm.ShouldNotStartWith("done", Case.Sensitive, row.Name);
        }
    }

    private async Task<string> AzAsync(AzureCli az, SimulationRow row, string name)
    {
        string[] token = ["-r", "myregistry", "-n", name];
        string[] create = ["acr", "token", "create", .. token, "--scope-map", "_repositories_push", "--no-passwords", "-o", "json"];
        if (row.Operation is "disable" or "delete")
            await Client().CreateTokenAsync(Create(name));

        emulator.Emulator.Simulations = row.Simulations;
        var ended = await az.TryAsync(
            row.Operation switch
            {
                "create" => create,
                "disable" => ["acr", "token", "update", .. token, "--status", "disabled"],
                "delete" => ["acr", "token", "delete", .. token, "--yes"],
                _ => ["acr", "login", "-n", "myregistry", "--expose-token"],
            }
        );
        emulator.Emulator.Simulations = new();
        return ended.ExitCode == 0 ? $"done{Status(ended.Output)}" : $"exit {ended.ExitCode}: {FirstLine(ended.Output)}";
    }

    private async Task<string> LibraryAsync(SimulationRow row, string name)
    {
        var client = Client();
        if (row.Operation is "disable" or "delete")
            await client.CreateTokenAsync(Create(name));

        emulator.Emulator.Simulations = row.Simulations;
        try
        {
            switch (row.Operation)
            {
                case "create":
                    return $"done, status {(await client.CreateTokenAsync(Create(name))).Status}";
                case "disable":
                    await client.UpdateTokenAsync(Of(new AcrTokenUpdateSettings()).SetName(name).Disable());
                    return "done";
                case "delete":
                    await client.DeleteTokenAsync(Of(new AcrTokenDeleteSettings()).SetName(name));
                    return "done";
                default:
                    return await LogInAsync(row);
            }
        }
        catch (AcrException refusal)
        {
            return "AcrException: " + FirstLine(refusal.Message);
        }
        finally
        {
            emulator.Emulator.Simulations = new();
        }
    }

    // The library uses http for login servers on this machine.
    private static async Task<string> LogInAsync(SimulationRow row)
    {
        await using var http = await EmulatorForClients.StartAsync(o => o with { Simulations = row.Simulations });
        var settings = new AcrTokenMintSettings().SetRegistryName(http.Emulator.LoginServer).SetScopeMap("_repositories_push");
        await using var lease = await new AcrClient(http.Emulator.Credential, http.Emulator.CreateClientOptions()).MintTokenAsync(settings);
        return $"done, {await lease.CanLogInAsync()}";
    }

    /// <summary>Runs the Node.js packages; null if they are not installed.</summary>
    private async Task<IReadOnlyList<string>?> NodeAsync()
    {
        if (new ToolFactAttribute("node").Skip is not null || !Directory.Exists(Path.Combine(NodeFolder, "node_modules", "@azure")))
            return null;

        var environment = emulator.Environment;
        environment["NODE_PROOF_FOLDER"] = NodeFolder;
        environment["NODE_NO_WARNINGS"] = "1";
        environment["ACR_EMULATOR_KEY"] = emulator.Emulator.ControlKey;
        // These packages have no data plane.
        var asked = SimulationRow.All.Where(row => row.Operation != "log in").ToList();
        var input = new JsonArray([
            .. asked.Select(row => new JsonObject { ["simulations"] = JsonNode.Parse(row.Control), ["operation"] = row.Operation }),
        ]);
        var ended = await ChildProcess.RunAsync(
            "node",
            [Path.Combine(AppContext.BaseDirectory, "Emulator", "node", "simulations.mjs"), input.ToJsonString()],
            environment
        );
        ended.ExitCode.ShouldBe(0, ended.Output);
        var told = JsonNode.Parse(ended.Output.Trim().Split('\n')[^1])!.AsArray().Select(node => (string)node!).ToList();
        return [.. SimulationRow.All.Select(row => asked.IndexOf(row) is var i && i < 0 ? "has no data plane" : told[i])];
    }

    private AcrClient Client() => new(emulator.Emulator.Credential, emulator.Emulator.CreateClientOptions());

    private AcrTokenCreateSettings Create(string name) => Of(new AcrTokenCreateSettings()).SetName(name).SetScopeMap("_repositories_push");

    private T Of<T>(T settings)
        where T : AcrSettings => settings.SetRegistryName(emulator.Emulator.LoginServer);

    private static string Status(string output) =>
        output.Contains("\"status\": \"disabled\"", StringComparison.Ordinal) ? ", status disabled"
        : output.Contains("\"status\": \"enabled\"", StringComparison.Ordinal) ? ", status enabled"
        : "";

    private static string FirstLine(string text) => text.Trim().Split('\n')[0].Trim();

    private string Cell(string text)
    {
        var cell = text.Replace(emulator.RegistryId, "…/registries/myregistry", StringComparison.OrdinalIgnoreCase)
            .Replace(emulator.Emulator.ResourceManagerEndpoint.Authority, "localhost:7443", StringComparison.Ordinal)
            .Replace(emulator.Emulator.LoginServer, "localhost:5001", StringComparison.Ordinal)
            .Replace("|", "\\|", StringComparison.Ordinal);
        return cell.Length <= Longest ? cell : cell[..Longest] + "…";
    }
}
