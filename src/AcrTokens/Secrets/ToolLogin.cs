using System.ComponentModel;
using System.Diagnostics;

namespace AcrTokens;

/// <summary>
/// Runs a tool's login command: writes the password to its standard input, and makes it store the login in the private configuration.
/// </summary>
internal static class ToolLogin
{
    private const int MostOutput = 500;

    // A tool's output has arrived by then.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    public static async Task RunAsync(AcrLoginTool tool, RegistryLogin login, AcrDockerConfig config, CancellationToken cancellationToken)
    {
        var loginServer = login.Hosts[0];
        var command =
            CommandPath.Find(tool.Command)
            ?? throw Failed(
                tool,
                loginServer,
                $"there is no '{tool.Command}' on PATH. Install it, or do without: GetDockerConfig().Variables leads a tool's process to "
                    + "the credentials."
            );

        using var process = Start(
            new ProcessStartInfo(command, [.. tool.Arguments, "--username", login.Username, "--password-stdin", loginServer])
            {
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            }
        );
        ToolOutput[] outputs = [new(process.StandardOutput), new(process.StandardError)];
        await WriteAsync(process.StandardInput, login.Password.Reveal()).ConfigureAwait(false);
        try
        {
            await process.WaitForExitAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }

        if (process.ExitCode != 0)
        {
            await Task.WhenAny(Task.WhenAll(outputs.Select(output => output.Ended)), Task.Delay(Patience, cancellationToken)).ConfigureAwait(false);
            throw Failed(tool, loginServer, $"it ended with exit code {process.ExitCode}: {Brief(string.Concat<ToolOutput>(outputs))}");
        }

        Process Start(ProcessStartInfo start)
        {
            foreach (var (name, value) in config.Variables)
                start.Environment[name] = value;
            try
            {
                return Process.Start(start)!;
            }
            catch (Win32Exception failure)
            {
                throw Failed(tool, loginServer, $"{command} cannot be run: {failure.Message}");
            }
        }
    }

    // A tool that exits before reading reports the reason itself.
    private static async Task WriteAsync(StreamWriter input, string password)
    {
        try
        {
            await input.WriteAsync(password).ConfigureAwait(false);
            input.Close();
        }
        catch (IOException) { }
    }

    private static string Brief(string output)
    {
        var text = string.Join(' ', AcrRedaction.Redact(output).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return text.Length > MostOutput ? $"{text[..MostOutput]} …" : text;
    }

    private static AcrException Failed(AcrLoginTool tool, string loginServer, string reason) =>
        new($"Could not log in to {loginServer} with '{tool}': {reason}") { Operation = tool.ToString(), Resource = loginServer };
}
