using System.Diagnostics;
using System.Net.Http.Json;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;

namespace Cake.AcrTokens.Real.Tests;

/// <summary>The emulator as a process beside a build, as its users start it. It prints the variables for its clients.</summary>
internal sealed class EmulatorProcess : IDisposable
{
    private static readonly string Program = Path.Combine(
        RepositoryRoot.Path,
        "src",
        "AcrTokens.Emulator",
        "bin",
        Built.Configuration,
        "net10.0",
        "AcrTokens.Emulator.dll"
    );

    private readonly Process process;
    private readonly HttpClient control;

    private EmulatorProcess(Process process, IReadOnlyDictionary<string, string> environment)
    {
        this.process = process;
        Environment = environment;
        var authority = X509CertificateLoader.LoadCertificateFromFile(environment["SSL_CERT_FILE"]);
#pragma warning disable CA2000 // the client disposes it
        var handler = new SocketsHttpHandler();
#pragma warning restore CA2000
        handler.SslOptions.CertificateChainPolicy = new X509ChainPolicy
        {
            TrustMode = X509ChainTrustMode.CustomRootTrust,
            CustomTrustStore = { authority },
            RevocationMode = X509RevocationMode.NoCheck,
        };
        control = new HttpClient(handler) { BaseAddress = new Uri(new Uri(environment["ACR_EMULATOR_ARM"]), "_emulator/") };
        control.DefaultRequestHeaders.Add("x-acr-emulator-key", environment["ACR_EMULATOR_KEY"]);
    }

    /// <summary>The variables that the emulator prints.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; }

    /// <param name="seed">The seed file.</param>
    public static async Task<EmulatorProcess> StartAsync(string seed)
    {
        var process = Process.Start(
            new ProcessStartInfo(
                "dotnet",
                [
                    "exec",
                    Program,
                    "--arm-port",
                    "0",
                    "--registry-port",
                    "0",
                    "--registry",
                    "contoso",
                    "--admin-enabled",
                    "--print-key",
                    "--seed",
                    seed,
                ]
            )
            {
                RedirectStandardOutput = true,
            }
        )!;
        var environment = new Dictionary<string, string>();
        while (await process.StandardOutput.ReadLineAsync() is { } line && line != "ready")
        {
            if (line.StartsWith("export ", StringComparison.Ordinal))
                environment[line[7..line.IndexOf('=', StringComparison.Ordinal)]] = line[(line.IndexOf('=', StringComparison.Ordinal) + 1)..];
        }

        return new EmulatorProcess(process, environment);
    }

    /// <summary>The registry's tokens and scope maps by name, each as the control API returns it.</summary>
    public async Task<(IReadOnlyDictionary<string, JsonElement> Tokens, IReadOnlyDictionary<string, JsonElement> ScopeMaps)> StateAsync()
    {
        var registry = (await control.GetFromJsonAsync<JsonElement>("state")).GetProperty("registries")[0];
        return (ByName("tokens"), ByName("scopeMaps"));

        Dictionary<string, JsonElement> ByName(string kind) =>
            registry.GetProperty(kind).EnumerateArray().ToDictionary(each => each.GetProperty("name").GetString()!);
    }

    /// <summary>The operations requested for the token.</summary>
    public async Task<IReadOnlyList<string>> OperationsAsync(string token)
    {
        var requests = await control.GetFromJsonAsync<JsonElement>("requests");
        return
        [
            .. requests
                .EnumerateArray()
                .Where(r => r.GetProperty("path").GetString()!.EndsWith($"/tokens/{token}", StringComparison.Ordinal))
                .Select(r => r.GetProperty("operation").GetString()!),
        ];
    }

    public void Dispose()
    {
        control.Dispose();
        process.Kill();
        process.WaitForExit();
        process.Dispose();
        File.Delete(Environment["SSL_CERT_FILE"]); // a killed process could not delete it
    }
}
