using System.Collections.Concurrent;
using System.Diagnostics;

namespace Nuke.Common.StandIn.Tests;

/// <summary>One of the builds in the neighbouring project, running in its own root directory.</summary>
internal sealed class BuildProcess : IDisposable
{
    private static readonly string s_builds = StartedProgram.PathOf<BuildProcess>("Nuke.Common.StandIn.Builds");

    private static readonly string[] s_hostVariables =
    [
        "GITHUB_ACTIONS",
        "TF_BUILD",
        "GITLAB_CI",
        "TEAMCITY_VERSION",
        "APPVEYOR",
        "JENKINS_HOME",
        "BITBUCKET_PIPELINE_UUID",
        "NUKE_",
    ];

    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("build-under-test-");
    private readonly List<string> _lines = [];
    private readonly ConcurrentQueue<string> _errors = [];
    private readonly Process _process;
    private readonly Timer _deadline;

    public BuildProcess(string build, string arguments = "", string environment = "", bool hasRoot = true)
    {
        if (hasRoot)
            _root.CreateSubdirectory(".nuke");

        // A shell that runs the tests in the background ignores SIGINT, and its child processes inherit that.
        var (program, before) = OperatingSystem.IsLinux() ? ("env", "--default-signal=INT,TERM dotnet ") : ("dotnet", "");
        var start = new ProcessStartInfo(program, $"{before}exec \"{s_builds}\" {arguments}")
        {
            WorkingDirectory = _root.FullName,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var key in start.Environment.Keys.Where(x => s_hostVariables.Any(y => x.StartsWith(y, StringComparison.Ordinal))).ToList())
            start.Environment.Remove(key);
        foreach (
            var variable in $"TERM=dumb;NUKE_TELEMETRY_OPTOUT=1;BUILD_UNDER_TEST={build};{environment}".Split(
                ';',
                StringSplitOptions.RemoveEmptyEntries
            )
        )
            start.Environment[variable.Split('=')[0]] = variable.Split('=')[1];

        _process = Process.Start(start)!;
        _process.StandardInput.Close();
        _process.ErrorDataReceived += (_, e) => _errors.Enqueue(e.Data ?? "");
        _process.BeginErrorReadLine();
        _deadline = new Timer(_ => _process.Kill(), state: null, TimeSpan.FromMinutes(1), Timeout.InfiniteTimeSpan);
    }

    public string Root => _root.FullName;

    public static BuildResult Run(string build, string arguments = "", string environment = "")
    {
        using var process = new BuildProcess(build, arguments, environment);
        return process.WaitForEnd();
    }

    public void WaitFor(string line)
    {
        while (_process.StandardOutput.ReadLine() is { } read)
        {
            _lines.Add(read);
            if (read == line)
                return;
        }

        throw new InvalidOperationException($"The build ended without saying '{line}':\n{string.Join('\n', _lines)}");
    }

    /// <param name="name">The signal's name, as in <c>kill</c>: INT or TERM.</param>
    public void Signal(string name)
    {
        using var kill = Process.Start("sh", ["-c", $"kill -{name} {_process.Id}"]);
        kill.WaitForExit();
        kill.ExitCode.ShouldBe(0);
    }

    public BuildResult WaitForEnd()
    {
        _lines.AddRange(_process.StandardOutput.ReadToEnd().Split('\n').Select(x => x.TrimEnd('\r')));
        _process.WaitForExit();
        var logs = new DirectoryInfo(Path.Combine(Root, ".nuke", "temp"));
        return new BuildResult(
            _process.ExitCode,
            _lines,
            string.Join('\n', _errors),
            logs.Exists
                ? logs.GetFiles("build*.log").Where(x => x.Name != "build-attempt.log").ToDictionary(x => x.Name, x => File.ReadAllText(x.FullName))
                : []
        );
    }

    public void Dispose()
    {
        _deadline.Dispose();
        if (!_process.HasExited)
            _process.Kill();
        _process.Dispose();
        _root.Delete(recursive: true);
    }
}
