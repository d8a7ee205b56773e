using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace AcrTokens.Integration.Tests;

/// <summary>CNCF distribution: a real registry, as a process on loopback that keeps its images in a folder.</summary>
internal sealed partial class DockerRegistry : IAsyncDisposable
{
    private readonly Process process;

    private DockerRegistry(Process process, int port)
    {
        this.process = process;
        Port = port;
    }

    public int Port { get; }

    public Uri Address => new($"http://localhost:{Port}/");

    /// <param name="folder">The folder for its content.</param>
    /// <param name="auth">Its <c>auth</c> section, in YAML; empty for none.</param>
    public static async Task<DockerRegistry> StartAsync(string folder, string auth = "")
    {
        var config = Path.Combine(folder, "registry.yml");
        await File.WriteAllTextAsync(
            config,
            $$"""
            version: 0.1
            log: { accesslog: { disabled: true }, level: info }
            storage: { filesystem: { rootdirectory: {{folder}}/registry }, delete: { enabled: true } }
            http: { addr: "127.0.0.1:0" }
            {{auth}}
            """
        );
        var process = Process.Start(
            new ProcessStartInfo("docker-registry", ["serve", config]) { RedirectStandardOutput = true, RedirectStandardError = true }
        )!;
        _ = process.StandardOutput.ReadToEndAsync();
        var port = await ReadPortAsync(process.StandardError);
        _ = process.StandardError.ReadToEndAsync();
        return new DockerRegistry(process, port);
    }

    public async ValueTask DisposeAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
    }

    private static async Task<int> ReadPortAsync(StreamReader log)
    {
        while (await log.ReadLineAsync() is { } line)
        {
            if (Listening().Match(line) is { Success: true } listening)
                return int.Parse(listening.Groups[1].Value, CultureInfo.InvariantCulture);
        }

        throw new InvalidOperationException("docker-registry ended before it listened.");
    }

    [GeneratedRegex(@"listening on 127\.0\.0\.1:(\d+)")]
    private static partial Regex Listening();
}
