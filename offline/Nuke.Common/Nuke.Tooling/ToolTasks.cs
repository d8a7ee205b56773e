using System.Text.RegularExpressions;

namespace Nuke.Common.Tooling;

public class LogErrorAsStandard : Attribute;

[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public class LogLevelPattern(LogEventLevel level, string pattern) : Attribute
{
    public LogEventLevel Level { get; } = level;
    public string Pattern { get; } = pattern;
}

[AttributeUsage(AttributeTargets.Class)]
public abstract class ToolAttribute : Attribute
{
    internal abstract string GetToolPath();
}

public class PathToolAttribute : ToolAttribute
{
    public string Executable { get; set; }

    internal override string GetToolPath() => Find(Executable);

    internal static string Find(string name) =>
        Environment
            .GetEnvironmentVariable("PATH")
            .NotNull()
            .Split(Path.PathSeparator)
            .Prepend(Environment.CurrentDirectory)
            .Select(x => Path.Join(x, OperatingSystem.IsWindows() && !Path.HasExtension(name) ? $"{name}.exe" : name))
            .FirstOrDefault(File.Exists)
            .NotNull($"Could not find '{name}' on the PATH.");
}

public abstract class ToolTasks
{
    private string PathVariable => Regex.Replace(GetType().Name, "Tasks$", "").ToUpperInvariant() + "_EXE";

    protected internal virtual Action<OutputType, string> GetLogger(ToolOptions options = null)
    {
        var patterns = GetType().GetCustomAttributes<LogLevelPattern>().ToList();
        var level = GetType().IsDefined(typeof(LogErrorAsStandard)) ? LogEventLevel.Debug : LogEventLevel.Error;
        return (type, text) =>
            Log.Write(
                patterns.FirstOrDefault(x => Regex.IsMatch(text, x.Pattern, RegexOptions.IgnoreCase))?.Level
                    ?? (type == OutputType.Err ? level : LogEventLevel.Debug),
                text
            );
    }

    protected virtual string GetToolPath(ToolOptions options = null) =>
        GetType()
            .GetCustomAttribute<ToolAttribute>()
            .NotNull($"Unable to resolve tool path for {GetType().Name}. Set via SetProcessToolPath.")
            .GetToolPath();

    protected virtual IReadOnlyCollection<Output> Run<T>(T options = null)
        where T : ToolOptions, new()
    {
        options ??= new T();
        var secrets = options.GetSecrets().ToList();
        options = PreProcess(options);
        var path = GetToolPathInternal(options);
        using var process = new ToolProcess(
            path.Contains(Path.DirectorySeparatorChar) ? path : PathToolAttribute.Find(path),
            options,
            x => secrets.Aggregate(x, (text, secret) => text.Replace(secret, "[REDACTED]")),
            GetLogger(options)
        );
        process.AssertWaitForExit();
        if (options.ProcessExitHandling != false)
            GetExitHandler(options)(options, process);
        PostProcess(options);
        return process.Output;
    }

    protected virtual Func<ToolOptions, IProcess, object> GetExitHandler(ToolOptions options = null) => (_, process) => process.AssertZeroExitCode();

    protected virtual T PreProcess<T>(T options)
        where T : ToolOptions => options;

    protected virtual void PostProcess(ToolOptions options) { }

    protected internal string GetToolPathInternal(ToolOptions options = null)
    {
        if (options?.ProcessToolPath is { } own)
            return own;
        if (Environment.GetEnvironmentVariable(PathVariable) is not { } path)
            return GetToolPath(options);

        Assert.FileExists(path, $"Path '{path}' from environment variable '{PathVariable}' does not exist");
        return path;
    }

    protected void SetToolPath(string path)
    {
        Assert.FileExists(path);
        Environment.SetEnvironmentVariable(PathVariable, path);
    }
}
