using System.Text.Json.Nodes;

namespace AcrTokens.Integration.Tests;

/// <summary>The Azure CLI, with a separate configuration and the emulator as a custom cloud, signed in.</summary>
internal sealed class AzureCli
{
    private readonly Dictionary<string, string?> environment;

    private AzureCli(EmulatorForClients emulator)
    {
        environment = emulator.Environment;
        // The CLI reads its authority from its cloud, but other authorities from this variable.
        environment["AZURE_AUTHORITY_HOST"] = null;
        environment["AZURE_CONFIG_DIR"] = Path.Combine(emulator.Folder, "azure");
        environment["AZURE_CORE_COLLECT_TELEMETRY"] = "no";
        environment["AZURE_CORE_NO_COLOR"] = "true";
        environment["AZURE_CORE_ONLY_SHOW_ERRORS"] = "true";
    }

    public static async Task<AzureCli> LogInAsync(EmulatorForClients emulator)
    {
        var cli = await InCloudOfAsync(emulator);
        var ended = await cli.TryLogInAsync(emulator, emulator.Emulator.ClientSecret);
        ended.ExitCode.ShouldBe(0, ended.Output);
        return cli;
    }

    /// <summary>The CLI in the emulator's cloud, not signed in.</summary>
    public static async Task<AzureCli> InCloudOfAsync(EmulatorForClients emulator)
    {
        var cli = new AzureCli(emulator);
        var arm = emulator.Emulator.ResourceManagerEndpoint.ToString().TrimEnd('/');
        await cli.RunAsync(
            "cloud",
            "register",
            "-n",
            "emulator",
            "--endpoint-resource-manager",
            arm,
            "--endpoint-active-directory",
            $"{arm}/adfs",
            "--endpoint-active-directory-resource-id",
            "https://management.azure.com",
            "--endpoint-active-directory-graph-resource-id",
            "https://graph.microsoft.com",
            "--suffix-acr-login-server-endpoint",
            ".localhost"
        );
        await cli.RunAsync("cloud", "set", "-n", "emulator");
        return cli;
    }

    public Task<ChildProcess> TryLogInAsync(EmulatorForClients emulator, string secret) =>
        TryAsync(
            "login",
            "--service-principal",
            "-u",
            emulator.Emulator.ClientId,
            "-p",
            secret,
            "--tenant",
            emulator.Environment["AZURE_TENANT_ID"]!
        );

    /// <summary>Runs a command that must succeed. Returns its output as JSON; null if there is none.</summary>
    public async Task<JsonNode?> RunAsync(params string[] arguments)
    {
        var ended = await TryAsync([.. arguments, "-o", "json"]);
        ended.ExitCode.ShouldBe(0, $"az {string.Join(' ', arguments)}: {ended.Output}");
        return ended.Output.Trim().Length == 0 ? null : JsonNode.Parse(ended.Output);
    }

    public Task<ChildProcess> TryAsync(params string[] arguments) => ChildProcess.RunAsync("az", arguments, environment);
}
