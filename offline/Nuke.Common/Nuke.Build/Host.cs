using Serilog.Sinks.SystemConsole.Themes;

namespace Nuke.Common.Execution;

/// <summary>The host that a build runs on, and its effects on the console: colours, folded targets, annotations.</summary>
internal sealed record Host(string Variable)
{
    // Used on these hosts regardless of TERM. Each piece of a line, text or property, is coloured separately. The codes are basic colours.
    private static readonly AnsiConsoleTheme s_colors = new(
        new Dictionary<ConsoleThemeStyle, string>
        {
            [ConsoleThemeStyle.Text] = "\e[39m",
            [ConsoleThemeStyle.SecondaryText] = "\e[90m",
            [ConsoleThemeStyle.TertiaryText] = "\e[90m",
            [ConsoleThemeStyle.Name] = "\e[39;1m",
            [ConsoleThemeStyle.Invalid] = "\e[46;1m",
            [ConsoleThemeStyle.Null] = "\e[36;1m",
            [ConsoleThemeStyle.Number] = "\e[36;1m",
            [ConsoleThemeStyle.String] = "\e[36;1m",
            [ConsoleThemeStyle.Boolean] = "\e[36;1m",
            [ConsoleThemeStyle.Scalar] = "\e[36;1m",
            [ConsoleThemeStyle.LevelVerbose] = "\e[90;1m",
            [ConsoleThemeStyle.LevelDebug] = "\e[39;1m",
            [ConsoleThemeStyle.LevelInformation] = "\e[36;1m",
            [ConsoleThemeStyle.LevelWarning] = "\e[33;1m",
            [ConsoleThemeStyle.LevelError] = "\e[31;1m",
            [ConsoleThemeStyle.LevelFatal] = "\e[41;1m",
        }
    );

    private static readonly Host[] s_servers =
    [
        new("GITHUB_ACTIONS")
        {
            Open = x => $"::group::{x}",
            Close = x => $"::endgroup::{x}",
            Issue = (x, text) => $"::{(x == LogEventLevel.Warning ? "warning" : "error")}::{Escape(text.Replace("%", "%25"))}",
            IsCommand = x => x.StartsWith("::") || x.StartsWith("##["),
        },
        new("TF_BUILD")
        {
            Open = x => $"##[group]{x}",
            Close = x => $"##[endgroup]{x}",
            Issue = (x, text) => $"##vso[task.logissue type={(x == LogEventLevel.Warning ? "warning" : "error")}]{Escape(text)}",
            IsCommand = x => x.Contains("##vso[", StringComparison.OrdinalIgnoreCase),
        },
        new("GITLAB_CI")
        {
            Open = x => $"\e[0Ksection_start:{DateTimeOffset.UtcNow.ToUnixTimeSeconds()}:{x}[collapsed=true]\r\e[0K{x}",
            Close = x => $"\e[0Ksection_end:{DateTimeOffset.UtcNow.ToUnixTimeSeconds()}:{x}\r\e[0K",
        },
        new("TEAMCITY_VERSION")
        {
            Template = "[{Level:u3}] {Message:l}{NewLine}{Exception}",
            Open = x => $"##teamcity[blockOpened name='{x}']",
            Close = x => $"##teamcity[blockClosed name='{x}']",
            Issue = (x, text) =>
                $"##teamcity[message text='{EscapeForTeamCity(text)}' status='{(x == LogEventLevel.Warning ? "WARNING" : "ERROR")}']",
            IsCommand = x => x.Contains("##teamcity[", StringComparison.OrdinalIgnoreCase),
        },
        new("APPVEYOR"),
        new("JENKINS_HOME") { IsColored = false },
        new("BITBUCKET_PIPELINE_UUID") { IsColored = false },
    ];

    public static Host Current { get; } =
        Array.Find(s_servers, x => Environment.GetEnvironmentVariable(x.Variable) != null)
        ?? new Host("TERM") { IsServer = false, IsColored = false };

    public string Template { get; init; } = "{Timestamp:HH:mm:ss} [{Level:u3}] {Message:l}{NewLine}{Exception}";
    public Func<string, string> Open { get; init; }
    public Func<string, string> Close { get; init; }

    /// <summary>Formats a warning or an error for the host itself, before the line is written to the console.</summary>
    public Func<LogEventLevel, string, string> Issue { get; init; }

    /// <summary>Whether a message template is a command of the host. A command is written to the console unchanged, and not to a log.</summary>
    public Func<string, bool> IsCommand { get; init; } = _ => false;

    /// <summary>Whether the host is a server. A server keeps the console's output; elsewhere there are log files.</summary>
    public bool IsServer { get; private init; } = true;

    public ConsoleTheme Theme => IsColored || Environment.GetEnvironmentVariable("TERM")?.StartsWith("xterm") == true ? s_colors : ConsoleTheme.None;

    private bool IsColored { get; init; } = true;

    /// <remarks>An empty line holds a character that log viewers do not remove.</remarks>
    public void WriteLine(string text = "", ConsoleThemeStyle style = ConsoleThemeStyle.LevelDebug)
    {
        var line = new StringWriter();
        if (text != "" && Theme == s_colors)
            s_colors.Set(line, style);
        line.Write(text == "" ? "\u200B" : text);
        if (text != "" && Theme == s_colors)
            s_colors.Reset(line);
        Console.WriteLine(line);
    }

    public IDisposable WriteBlock(string text)
    {
        if (Open != null)
            Console.WriteLine(Open(text));
        else
            foreach (
                var line in new[] { "", $"╬{new string('═', text.Length + 5)}", $"║ {text}", $"╬{new string('═', Math.Max(text.Length - 4, 2))}", "" }
            )
                WriteLine(line);
        return new Block(Close == null ? null : Close(text));
    }

    private static string Escape(string text) => text.Replace("\r", "%0D").Replace("\n", "%0A");

    private static string EscapeForTeamCity(string text) =>
        text.Replace("|", "||").Replace("'", "|'").Replace("\n", "|n").Replace("\r", "|r").Replace("[", "|[").Replace("]", "|]");

    private sealed class Block(string end) : IDisposable
    {
        public void Dispose()
        {
            if (end != null)
                Console.WriteLine(end);
        }
    }
}
