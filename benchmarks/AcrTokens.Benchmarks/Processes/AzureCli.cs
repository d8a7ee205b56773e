using System.Diagnostics;

namespace AcrTokens.Benchmarks.Processes;

/// <summary>The Azure CLI, with the emulator as a custom cloud, signed in beforehand.</summary>
internal static class AzureCli
{
    public static bool IsInstalled => File.Exists("/usr/bin/az");

    public static void Prepare(Dictionary<string, string?> environment, string folder)
    {
        // The CLI reads its authority from its cloud.
        environment["AZURE_AUTHORITY_HOST"] = null;
        environment["AZURE_CONFIG_DIR"] = folder;
        environment["AZURE_CORE_COLLECT_TELEMETRY"] = "no";
        environment["AZURE_CORE_ONLY_SHOW_ERRORS"] = "true";

        var arm = environment["ACR_EMULATOR_ARM"]!.TrimEnd('/');
        Run(
            environment,
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
        Run(environment, "cloud", "set", "-n", "emulator");
        Run(
            environment,
            "login",
            "--service-principal",
            "-u",
            environment["AZURE_CLIENT_ID"]!,
            "-p",
            environment["AZURE_CLIENT_SECRET"]!,
            "--tenant",
            environment["AZURE_TENANT_ID"]!
        );
    }

    public static IReadOnlyList<IReadOnlyList<string>> Commands(string token) =>
        [
            [
                "/usr/bin/az",
                "acr",
                "token",
                "create",
                "-r",
                "myregistry",
                "-g",
                "my-resource-group",
                "-n",
                token,
                "--scope-map",
                "_repositories_push",
                "--expiration-in-days",
                "1",
            ],
            ["/usr/bin/az", "acr", "token", "update", "-r", "myregistry", "-g", "my-resource-group", "-n", token, "--status", "disabled"],
        ];

    private static void Run(Dictionary<string, string?> environment, params string[] arguments)
    {
        var start = new ProcessStartInfo("/usr/bin/az", arguments) { RedirectStandardOutput = true };
        foreach (var (name, value) in environment)
            start.Environment[name] = value;

        using var process = Process.Start(start)!;
        process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"az {arguments[0]} ended with {process.ExitCode}.");
    }
}
