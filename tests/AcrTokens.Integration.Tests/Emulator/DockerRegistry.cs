using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace AcrTokens.Integration.Tests;

/// <summary>CNCF distribution: a real registry, as a process on loopback that keeps its images in a folder.</summary>
internal sealed class DockerRegistry : IAsyncDisposable
{
    private readonly Process process;

    private DockerRegistry(Process process, int port)
    {
        this.process = process;
        Port = port;
    }

    public int Port { get; }

    public Uri Address => new($"http://localhost:{Port}/");

    /// <param name="folder">Where it keeps what it has.</param>
    /// <param name="auth">Its <c>auth</c> section, in YAML; empty for none.</param>
    public static async Task<DockerRegistry> StartAsync(string folder, string auth = "")
    {
        var port = FreePort();
        var config = Path.Combine(folder, "registry.yml");
        await File.WriteAllTextAsync(config, $$"""
            version: 0.1
            log: { accesslog: { disabled: true }, level: error }
            storage: { filesystem: { rootdirectory: {{folder}}/registry }, delete: { enabled: true } }
            http: { addr: "127.0.0.1:{{port}}" }
            {{auth}}
            """);
        var process = Process.Start(new ProcessStartInfo("docker-registry", ["serve", config]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        _ = process.StandardOutput.ReadToEndAsync();
        _ = process.StandardError.ReadToEndAsync();
        await AnswersAsync(port);
        return new DockerRegistry(process, port);
    }

    public async ValueTask DisposeAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
    }

    /// <summary>A port that nobody has: the registry cannot be asked for any, and told which it is.</summary>
    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static async Task AnswersAsync(int port)
    {
        using var timeout = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (true)
        {
            try
            {
                using var client = new TcpClient();
                await client.ConnectAsync(IPAddress.Loopback, port, timeout.Token);
                return;
            }
            catch (SocketException)
            {
                await Task.Delay(20, timeout.Token);
            }
        }
    }
}
