using System.Diagnostics;
using System.Net.Http.Json;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json.Nodes;
using AcrTokens.Emulator;

namespace AcrTokens.Benchmarks.Processes;

/// <summary>The emulator as a separate process, shared by all contestants.</summary>
internal sealed class EmulatorProcess : IAsyncDisposable
{
    private readonly Process process;
    private readonly SocketsHttpHandler trusting;
    private readonly HttpClient control;

    private EmulatorProcess(Process process, Dictionary<string, string?> environment)
    {
        this.process = process;
        Environment = environment;
        trusting = new SocketsHttpHandler { SslOptions = { CertificateChainPolicy = Trust(environment["SSL_CERT_FILE"]!) } };
        control = new HttpClient(trusting)
        {
            BaseAddress = new Uri(environment["ACR_EMULATOR_ARM"]!),
            DefaultRequestHeaders = { { "x-acr-emulator-key", environment["ACR_EMULATOR_KEY"] } },
        };
    }

    /// <summary>The variables that the emulator prints for its clients.</summary>
    public Dictionary<string, string?> Environment { get; }

    public static async Task<EmulatorProcess> StartAsync(params string[] arguments)
    {
        var process = Process.Start(
            new ProcessStartInfo(
                "dotnet",
                ["exec", typeof(AcrEmulator).Assembly.Location, "--arm-port", "0", "--registry-port", "0", "--print-key", .. arguments]
            )
            {
                RedirectStandardOutput = true,
            }
        )!;
        Dictionary<string, string?> exports = [];
        while (await process.StandardOutput.ReadLineAsync() is { } line && line != "ready")
        {
            if (line.StartsWith("export ", StringComparison.Ordinal) && line["export ".Length..].Split('=', 2) is [var name, var value])
                exports[name] = value.Trim('\'');
        }

        return new EmulatorProcess(process, exports);
    }

    /// <summary>The requested operations, in order.</summary>
    public async Task<IReadOnlyList<string>> OperationsAsync() =>
        [.. (await control.GetFromJsonAsync<JsonArray>("_emulator/requests"))!.Select(r => (string)r!["operation"]!)];

    /// <summary>Signs in as the application in those variables.</summary>
    public async Task<string> SignInAsync()
    {
        using var form = new FormUrlEncodedContent([
            new("client_id", Environment["AZURE_CLIENT_ID"]),
            new("client_secret", Environment["AZURE_CLIENT_SECRET"]),
            new("scope", "https://management.azure.com/.default"),
            new("grant_type", "client_credentials"),
        ]);
        using var answer = await control.PostAsync($"{Environment["AZURE_TENANT_ID"]}/oauth2/v2.0/token", form);
        return (string)(await answer.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonObject>())!["access_token"]!;
    }

    public async ValueTask DisposeAsync()
    {
        control.Dispose();
        trusting.Dispose();
        process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
    }

    private static X509ChainPolicy Trust(string authorityFile) =>
        new()
        {
            TrustMode = X509ChainTrustMode.CustomRootTrust,
            RevocationMode = X509RevocationMode.NoCheck,
            CustomTrustStore = { X509Certificate2.CreateFromPem(File.ReadAllText(authorityFile)) },
        };
}
