using System.Diagnostics;
using System.Runtime.InteropServices;

namespace AcrTokens.Emulator.Tests.Support;

/// <summary>The emulator as a separate process.</summary>
public sealed class Tool : IAsyncDisposable
{
    private readonly Process process;
    private readonly List<string> lines = [];

    private Tool(Process process) => this.process = process;

    /// <summary>The output up to <c>ready</c>, or all output if that line never came.</summary>
    public IReadOnlyList<string> Lines => lines;

    public int Id => process.Id;

    public static async Task<Tool> StartAsync(params string[] arguments) => await StartAsync([], arguments);

    public static async Task<Tool> StartAsync((string Name, string Value)[] environment, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", ["exec", typeof(AcrEmulator).Assembly.Location, .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        var tool = new Tool(Process.Start(start)!);
        while (await tool.process.StandardOutput.ReadLineAsync() is { } line)
        {
            tool.lines.Add(line);
            if (line == "ready")
            {
                break;
            }
        }

        return tool;
    }

    public string Export(string name) => lines.Single(line => line.StartsWith($"export {name}=", StringComparison.Ordinal)).Split('=', 2)[1];

    public void Signal(int signal) => _ = Kill(process.Id, signal);

    /// <summary>Waits for the end. Returns the exit code and the standard error.</summary>
    public async Task<(int ExitCode, string Errors)> EndAsync()
    {
        var errors = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, errors);
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            if (OperatingSystem.IsWindows())
            {
                process.Kill();
            }
            else
            {
                // Not killed, so that it deletes its file.
                Signal(15);
            }

            await process.WaitForExitAsync();
        }

        process.Dispose();
    }

    [DllImport("libc", EntryPoint = "kill")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Kill(int pid, int signal);
}
