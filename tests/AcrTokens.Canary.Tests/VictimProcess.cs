using System.Diagnostics;
using AcrTokens.Faults;

namespace AcrTokens.Canary.Tests;

/// <summary>The build as a process, in a session of its own, with nothing in its environment but what it needs.</summary>
internal sealed class VictimProcess : IDisposable
{
    private static readonly string Program = FindProgram();

    private readonly Process process;
    private readonly Task<string> output;
    private readonly Task<string> errors;

    public VictimProcess(Addresses addresses, CanaryCase canary, string id, VictimFolders folders)
    {
        var start = new ProcessStartInfo("setsid", ["dotnet", "exec", Program])
        {
            WorkingDirectory = folders.Work,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment.Clear();
        foreach (var (name, value) in Variables(addresses, canary, id, folders))
            start.Environment[name] = value;
        process = Process.Start(start)!;
        process.StandardInput.Close();
        output = process.StandardOutput.ReadToEndAsync();
        errors = process.StandardError.ReadToEndAsync();
        Ended = Task.WhenAll(process.WaitForExitAsync(), output, errors);
    }

    public int Id => process.Id;

    public int ExitCode => process.ExitCode;

    /// <summary>Ends when it has ended, and with it every child that writes to its output.</summary>
    public Task Ended { get; }

    public string Output => output.Result;

    public string Errors => errors.Result;

    public void Dispose()
    {
        if (!process.HasExited)
            process.Kill(entireProcessTree: true);
        process.Dispose();
    }

    // From "…/tests/any/bin/Debug/net10.0" to the build's own folder, built with it.
    private static string FindProgram()
    {
        const string Name = "AcrTokens.Canary.Build";
        var output = new DirectoryInfo(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar));
        return Path.Combine(RepositoryRoot.Path, "tests", Name, "bin", output.Parent!.Name, output.Name, $"{Name}.dll");
    }

    private static Dictionary<string, string> Variables(Addresses addresses, CanaryCase canary, string id, VictimFolders folders)
    {
        var variables = new Dictionary<string, string>
        {
            ["PATH"] = $"{folders.Tools}:{Environment.GetEnvironmentVariable("PATH")}",
            ["HOME"] = folders.Home,
            ["TMPDIR"] = folders.Temporary,
            ["TERM"] = "dumb",
            ["DOTNET_NOLOGO"] = "1",
            ["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1",
            ["DOTNET_GENERATE_ASPNET_CERTIFICATE"] = "false",
            ["DOTNET_EnableDiagnostics"] = "0",
            ["NUKE_TELEMETRY_OPTOUT"] = "1",
            ["FAULTS_RESOURCE_MANAGER"] = $"{addresses.ResourceManager}",
            ["FAULTS_CONTROL"] = $"{addresses.Control}",
            ["FAULTS_TOKEN"] = addresses.AccessToken,
            ["FAULTS_CERTIFICATE"] = addresses.CertificatePem,
            ["FAULTS_REGISTRY"] = addresses.RegistryId,
            ["FAULTS_CASE"] = id,
            ["FAULTS_REVOKE_TIMEOUT"] = "00:00:30",
            ["CANARY_ENDING"] = $"{canary.Ending}",
            ["CANARY_HANDOVER"] = $"{canary.HandOver}",
            ["CANARY_SLIP"] = $"{canary.Slip}",
            ["CANARY_VERBOSE"] = canary.IsVerbose ? "1" : "0",
            ["CANARY_HTTP_LOG"] = canary.LogsHttp ? "1" : "0",
            ["CANARY_REDACT"] = canary.Redacts ? "1" : "0",
            ["CANARY_OPEN_LINE"] = canary.LeavesALineOpen ? "1" : "0",
            ["CANARY_PROXY_EXEC"] = "0",
        };
        if (Environment.GetEnvironmentVariable("DOTNET_ROOT") is { } dotnet)
            variables["DOTNET_ROOT"] = dotnet;
        foreach (var (name, value) in canary.Host.Variables)
            variables[name] = value;
        return variables;
    }
}
