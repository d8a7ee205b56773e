using System.Diagnostics;

namespace AcrTokens.Faults.Builds;

/// <summary>The victim, in a process group and a root folder of its own.</summary>
internal sealed class BuildProcess : IDisposable
{
    private static readonly string Program = FindProgram();

    // What a CI host sets changes what is written, and under which names.
    private static readonly string[] HostVariables = ["GITHUB_", "TF_BUILD", "GITLAB_CI", "TEAMCITY_", "APPVEYOR", "BITBUCKET_", "JENKINS_", "NUKE_"];

    private readonly DirectoryInfo root = Directory.CreateTempSubdirectory("faults-");
    private readonly Process process;
    private readonly Task<string>[] output;

    public BuildProcess(Addresses addresses, BuildCase build)
    {
        root.CreateSubdirectory(".nuke");
        // Its own group for the signals to the group; signals at their defaults, whatever the shell that started all this ignores.
        var start = new ProcessStartInfo("setsid", ["env", "--default-signal=INT,QUIT,HUP,TERM", "dotnet", "exec", Program])
        {
            WorkingDirectory = root.FullName,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var name in start.Environment.Keys.Where(k => HostVariables.Any(v => k.StartsWith(v, StringComparison.OrdinalIgnoreCase))).ToList())
            start.Environment.Remove(name);
        foreach (var (name, value) in Variables(addresses, build))
            start.Environment[name] = value;

        process = Process.Start(start)!;
        process.StandardInput.Close();
        output = [process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync()];
        Ended = process.WaitForExitAsync();
    }

    public Task Ended { get; }

    public int ExitCode => process.ExitCode;

    /// <summary>Folders with credentials that it made and did not remove.</summary>
    public IReadOnlyList<string> Configurations => [.. Directory.GetDirectories(root.FullName, "acrtokens-*").Select(d => Path.GetFileName(d))];

    /// <summary>Its output and its errors, once it has ended.</summary>
    public async Task<string> ReadAsync() => string.Join('\n', await Task.WhenAll(output));

    /// <param name="signal">As <c>kill</c> calls it.</param>
    /// <param name="toGroup">Whether its children get it as well.</param>
    public async Task SignalAsync(string signal, bool toGroup = false)
    {
        using var kill = Process.Start(new ProcessStartInfo("sh", ["-c", $"kill -s {signal} -- {(toGroup ? "-" : "")}{process.Id}"]) { RedirectStandardError = true })!;
        await kill.WaitForExitAsync();
    }

    public void Dispose()
    {
        if (!process.HasExited)
            process.Kill(entireProcessTree: true);
        process.Dispose();
        root.Delete(recursive: true);
    }

    // From "…/tests/any/bin/Debug/net10.0" to the build's own folder, built with it.
    private static string FindProgram()
    {
        const string Name = "AcrTokens.Faults.Build";
        var output = new DirectoryInfo(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar));
        return Path.Combine(output.Parent!.Parent!.Parent!.Parent!.FullName, Name, "bin", output.Parent.Name, output.Name, $"{Name}.dll");
    }

    private Dictionary<string, string> Variables(Addresses addresses, BuildCase build) => new()
    {
        ["TERM"] = "dumb",
        ["TMPDIR"] = root.FullName,
        ["NUKE_TELEMETRY_OPTOUT"] = "1",
        ["FAULTS_RESOURCE_MANAGER"] = addresses.ResourceManager.ToString(),
        ["FAULTS_CONTROL"] = addresses.Control.ToString(),
        ["FAULTS_TOKEN"] = addresses.AccessToken,
        ["FAULTS_CERTIFICATE"] = addresses.CertificatePem,
        ["FAULTS_REGISTRY"] = addresses.RegistryId,
        ["FAULTS_CASE"] = build.Id,
        ["FAULTS_REVOKE_TIMEOUT"] = $"{build.RevokeTimeout}",
        ["FAULTS_HANDLER"] = $"{build.Handler}",
        ["FAULTS_BODY"] = build.UsesBody ? "1" : "0",
    };
}
