using System.Diagnostics;
using System.Runtime.InteropServices;

namespace AcrTokens.Tool.Tests;

/// <summary>The tool as a process: the native program where it was published, else the framework-dependent one.</summary>
internal static class Tool
{
    private static readonly string Native = Path.Combine(RepositoryRoot.Path, "artifacts", "acrt", OperatingSystem.IsWindows() ? "acrt.exe" : "acrt");

    // Not this process's own program, which is a test host on Windows.
    private static readonly string DotNet = Path.GetFullPath(
        Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet")
    );

    public static bool IsNative { get; } = File.Exists(Native);

    /// <summary>What to start, and what comes before the tool's own arguments.</summary>
    public static IReadOnlyList<string> Command { get; } = IsNative ? [Native] : [DotNet, "exec", StartedProgram.PathOf<ToolRun>("acrt")];

    /// <summary>A process that is to be started.</summary>
    public static ProcessStartInfo Start(IEnumerable<string> arguments, IReadOnlyDictionary<string, string?>? environment = null)
    {
        var start = new ProcessStartInfo(Command[0], [.. Command.Skip(1), .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in environment ?? new Dictionary<string, string?>())
            start.Environment[name] = value;
        return start;
    }

    /// <summary>Runs it to its end.</summary>
    public static Task<ToolRun> RunAsync(
        IEnumerable<string> arguments,
        IReadOnlyDictionary<string, string?>? environment = null,
        string input = ""
    ) => RunAsync(Start(arguments, environment), input: input);

    /// <inheritdoc cref="RunAsync(IEnumerable{string}, IReadOnlyDictionary{string, string?}?, string)"/>
    public static async Task<ToolRun> RunAsync(ProcessStartInfo start, IReadOnlyDictionary<string, string?>? environment = null, string input = "")
    {
        foreach (var (name, value) in environment ?? new Dictionary<string, string?>())
            start.Environment[name] = value;
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        try
        {
            await process.StandardInput.WriteAsync(input);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // it has ended, or does not read
        }

        await process.WaitForExitAsync();
        return new ToolRun(process.ExitCode, Lines(await output), Lines(await error));
    }

    // The console of Windows ends lines otherwise.
    private static string Lines(string text) => OperatingSystem.IsWindows() ? text.ReplaceLineEndings("\n") : text;
}
