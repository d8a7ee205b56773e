using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace AcrTokens.Emulator.Benchmarks.Blobs;

/// <summary>A registry in a process of its own, over http on loopback: the emulator, or CNCF distribution.</summary>
internal sealed partial class RegistryProcess : IAsyncDisposable
{
    private const string User = "builder";
    private const string Password = "not-a-secret";

    private readonly Process process;
    private readonly DirectoryInfo folder;

    private RegistryProcess(string name, Process process, DirectoryInfo folder, Uri address)
    {
        Name = name;
        this.process = process;
        this.folder = folder;
        Address = address;
        Client = new BlobClient(address);
    }

    public string Name { get; }

    public Uri Address { get; }

    public BlobClient Client { get; }

    /// <summary>The most memory that the process has had so far, by the system.</summary>
    public double PeakMebibytes =>
        double.Parse(Peak().Match(File.ReadAllText($"/proc/{process.Id}/status")).Groups[1].ValueSpan, CultureInfo.InvariantCulture) / 1024;

    /// <summary>The login as skopeo's option; empty where the registry has none.</summary>
    public IReadOnlyList<string> SkopeoLogin(string side) =>
        Name == nameof(Emulator) ? [$"--{side}-creds", $"{User}:{Password}"] : [$"--{side}-no-creds"];

    public static async Task<RegistryProcess> EmulatorAsync()
    {
        var folder = Directory.CreateTempSubdirectory("benchmark-emulator-");
        var seed = Path.Combine(folder.FullName, "seed.json");
        await File.WriteAllTextAsync(
            seed,
            $$"""
            { "registries": [{ "name": "myregistry", "tokens": [
              { "name": "{{User}}", "scopeMap": "_repositories_admin", "passwords": [{ "name": "password1", "value": "{{Password}}" }] }] }] }
            """
        );
        var assembly = typeof(AcrEmulator).Assembly.Location;
        var process = Start("dotnet", "exec", assembly, "--arm-port", "0", "--registry-port", "0", "--no-control", "--seed", seed);
        _ = process.StandardError.ReadToEndAsync();
        var address = await ReadAsync(process.StandardOutput, HttpAddress());
        var registry = new RegistryProcess(nameof(Emulator), process, folder, new Uri(address));
        await registry.Client.LogInAsync(User, Password);
        return registry;
    }

    public static async Task<RegistryProcess> DistributionAsync()
    {
        var folder = Directory.CreateTempSubdirectory("benchmark-registry-");
        var config = Path.Combine(folder.FullName, "registry.yml");
        await File.WriteAllTextAsync(
            config,
            $$"""
            version: 0.1
            log: { accesslog: { disabled: true }, level: info }
            storage: { filesystem: { rootdirectory: {{folder.FullName}}/registry }, delete: { enabled: true } }
            http: { addr: "127.0.0.1:0" }
            """
        );
        var process = Start("docker-registry", "serve", config);
        _ = process.StandardOutput.ReadToEndAsync();
        var address = await ReadAsync(process.StandardError, Listening());
        return new RegistryProcess("docker-registry", process, folder, new Uri("http://" + address));
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
        folder.Delete(recursive: true);
    }

    private static Process Start(string program, params string[] arguments) =>
        Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;

    private static async Task<string> ReadAsync(StreamReader output, Regex pattern)
    {
        while (await output.ReadLineAsync() is { } line)
        {
            if (pattern.Match(line) is { Success: true } found)
            {
                _ = output.ReadToEndAsync();
                return found.Groups[1].Value;
            }
        }

        throw new InvalidOperationException("The registry ended before it listened.");
    }

    [GeneratedRegex(@"(http://localhost:\d+)")]
    private static partial Regex HttpAddress();

    [GeneratedRegex(@"listening on (127\.0\.0\.1:\d+)")]
    private static partial Regex Listening();

    [GeneratedRegex(@"VmHWM:\s+(\d+)")]
    private static partial Regex Peak();
}
