using System.Collections.Concurrent;
using Nuke.Common.Utilities;

namespace Nuke.Common.Tooling;

public enum OutputType
{
    Std,
    Err,
}

public struct Output
{
    public OutputType Type;
    public string Text;
}

public interface IProcess : IDisposable
{
    string FileName { get; }
    string Arguments { get; }
    string WorkingDirectory { get; }
    IReadOnlyCollection<Output> Output { get; }
    int ExitCode { get; }
    bool HasExited { get; }
    int Id { get; }
    void Kill();
    bool WaitForExit();
}

public static class ProcessExtensions
{
    public static IProcess AssertWaitForExit(this IProcess process)
    {
        Assert.True(process.WaitForExit());
        return process;
    }

    public static IProcess AssertZeroExitCode(this IProcess process) =>
        process.AssertWaitForExit().ExitCode == 0 ? process : throw new ProcessException(process);

    public static string StdToText(this IEnumerable<Output> output) =>
        string.Join(Environment.NewLine, output.Where(x => x.Type == OutputType.Std).Select(x => x.Text));
}

public class ProcessException(IProcess process) : Exception(Describe(process))
{
    public int ExitCode { get; } = process.ExitCode;
    internal IProcess Process { get; } = process;

    private static string Describe(IProcess process)
    {
        var errors = process.Output.Where(x => x.Type == OutputType.Err).Select(x => $"\n   {x.Text}").ToList();
        return $"Process '{Path.GetFileName(process.FileName)}' exited with code {process.ExitCode}."
            + $"\n   > {process.FileName.DoubleQuoteIfNeeded()} {process.Arguments}\n   @ {process.WorkingDirectory}"
            + (errors.Count > 0 ? $"\nError output:{string.Concat(errors)}" : "");
    }
}

/// <summary>A running tool. Its arguments and output are shown without secrets. It gets only the environment that is passed to it.</summary>
internal sealed class ToolProcess : IProcess
{
    private readonly BlockingCollection<Output> _output = [];
    private readonly Process _process;
    private readonly Func<string, string> _redact;

    public ToolProcess(string toolPath, ToolOptions options, Func<string, string> redact, Action<OutputType, string> logger)
    {
        var start = new ProcessStartInfo(toolPath, string.Join(' ', options.GetArguments()))
        {
            WorkingDirectory = options.ProcessWorkingDirectory ?? Environment.CurrentDirectory,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        Assert.FileExists(start.FileName);
        Assert.DirectoryExists(start.WorkingDirectory);
        if (options.ProcessEnvironmentVariables is { } variables)
        {
            start.Environment.Clear();
            foreach (var (key, value) in variables)
                start.Environment[key] = value;
        }

        _redact = redact;
        if (options.ProcessInvocationLogging != false)
        {
            Log.Information("> {ToolPath} {Arguments}", toolPath.DoubleQuoteIfNeeded(), redact(start.Arguments));
            var isElsewhere = start.WorkingDirectory != Environment.CurrentDirectory;
            Log.Write(isElsewhere ? LogEventLevel.Information : LogEventLevel.Verbose, "@ {WorkingDirectory}", start.WorkingDirectory);
        }

        _process = Process.Start(start);
        _process.OutputDataReceived += (_, e) => Take(OutputType.Std, e.Data);
        _process.ErrorDataReceived += (_, e) => Take(OutputType.Err, e.Data);
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();

        void Take(OutputType type, string line)
        {
            if (line == null)
                return;

            _output.Add(new Output { Type = type, Text = redact(line) });
            if (options.ProcessOutputLogging != false)
                logger(type, redact(line));
        }
    }

    public string FileName => _process.StartInfo.FileName;
    public string Arguments => _redact(_process.StartInfo.Arguments);
    public string WorkingDirectory => _process.StartInfo.WorkingDirectory;
    public IReadOnlyCollection<Output> Output => _output;
    public int ExitCode => _process.ExitCode;
    public bool HasExited => _process.HasExited;
    public int Id => _process.Id;

    public void Dispose() => _process.Dispose();

    public void Kill() => _process.Kill();

    public bool WaitForExit()
    {
        _process.WaitForExit();
        return true;
    }
}
