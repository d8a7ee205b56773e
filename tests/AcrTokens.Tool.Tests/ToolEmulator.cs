using System.Diagnostics;
using AcrTokens.Emulator;

namespace AcrTokens.Tool.Tests;

/// <summary>An emulator for the tool, which is another process, and a folder for what that needs and leaves.</summary>
internal sealed class ToolEmulator : IAsyncDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("acrt-test-");
    private readonly AcrEmulatorOptions options;

    private ToolEmulator(AcrEmulator service, AcrEmulatorOptions options)
    {
        Service = service;
        this.options = options;
        File.WriteAllText(AuthorityFile, service.CertificatePem + "\n");
    }

    public AcrEmulator Service { get; }

    /// <summary>The library beside the tool, to make and look at what the tool works on.</summary>
    public AcrClient Client => new(Service.Credential, Service.CreateClientOptions());

    public string Folder => folder.FullName;

    /// <summary>The registry's name, for <c>--registry</c>.</summary>
    public string Registry => Service.Registries[0].Name;

    /// <summary>What <c>acr-emulator</c> says to export, and a place for private folders.</summary>
    public Dictionary<string, string?> Environment =>
        new()
        {
            ["SSL_CERT_FILE"] = AuthorityFile,
            ["AZURE_AUTHORITY_HOST"] = Service.ResourceManagerEndpoint.ToString(),
            ["AZURE_TENANT_ID"] = options.TenantId,
            ["AZURE_CLIENT_ID"] = Service.ClientId,
            ["AZURE_CLIENT_SECRET"] = Service.ClientSecret,
            ["AZURE_SUBSCRIPTION_ID"] = options.SubscriptionId,
            ["ACR_EMULATOR_ARM"] = Service.ResourceManagerEndpoint.ToString(),
            ["ACR_EMULATOR_LOGIN_SERVER"] = Service.LoginServer,
            ["NO_PROXY"] = "localhost,127.0.0.1",
            ["TMPDIR"] = Folder,
            ["XDG_RUNTIME_DIR"] = null,
            ["GITHUB_ACTIONS"] = null,
            ["TF_BUILD"] = null,
        };

    private string AuthorityFile => Path.Combine(Folder, "ca.pem");

    public static async Task<ToolEmulator> StartAsync(Func<AcrEmulatorOptions, AcrEmulatorOptions>? configure = null)
    {
        var options = new AcrEmulatorOptions { AdminUserEnabled = true, SendRetryAfter = false };
        options = configure?.Invoke(options) ?? options;
        return new ToolEmulator(await AcrEmulator.StartAsync(options), options);
    }

    /// <summary>Runs the tool to its end.</summary>
    public Task<ToolRun> RunAsync(params string[] arguments) => Tool.RunAsync(arguments, Environment);

    /// <summary>Runs the tool with a standard output that nothing can be written to. It needs bash.</summary>
    public Task<ToolRun> RunWithFullOutputAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo("bash", ["-c", "exec \"$@\" > /dev/full", "bash", .. Tool.Command, .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        return Tool.RunAsync(start, Environment);
    }

    public async ValueTask DisposeAsync()
    {
        await Service.DisposeAsync();
        folder.Delete(recursive: true);
    }
}
