using System.Diagnostics;

namespace AcrTokens.Tool.Tests.Resources;

/// <summary>The tool on a terminal, which <c>script</c> makes. What it writes to either output comes back as output.</summary>
internal static class OnTerminal
{
    public static async Task<ToolRun> RunAsync(ToolEmulator emulator, string[] arguments, string typed = "")
    {
        var command = string.Join(' ', Tool.Command.Concat(arguments).Select(word => $"'{word}'"));
        var start = new ProcessStartInfo("script", ["--quiet", "--return", "--command", command, "/dev/null"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        foreach (var (name, value) in emulator.Environment)
            start.Environment[name] = value;
        start.Environment["TERM"] = "xterm";

        using var process = Process.Start(start)!;
        await process.StandardInput.WriteAsync(typed);
        await process.StandardInput.FlushAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return new ToolRun(process.ExitCode, output, "");
    }
}
