using System.Text.RegularExpressions;

namespace Nuke.Common.StandIn.Tests;

/// <param name="ExitCode">The exit code in a shell.</param>
/// <param name="Raw">The lines as written.</param>
/// <param name="Errors">The standard error.</param>
/// <param name="Logs">The log files, by name.</param>
internal sealed partial record BuildResult(int ExitCode, IReadOnlyList<string> Raw, string Errors, IReadOnlyDictionary<string, string> Logs)
{
    /// <summary>The exit code of a failure: -1, or 255 where exit codes are bytes.</summary>
    public static int Failure { get; } = OperatingSystem.IsWindows() ? -1 : 255;

    /// <summary>The lines as displayed: without colours, the summary's padding as blanks, and empty lines empty.</summary>
    public IReadOnlyList<string> Lines { get; } = [.. Raw.Select(x => Color().Replace(x, "").Replace('\u00A0', ' ').Replace("\u200B", ""))];

    public string Text => string.Join('\n', Lines);

    /// <summary>The targets that ran, in order.</summary>
    public string Ran => string.Join(' ', Lines.Where(x => x.StartsWith("ran ", StringComparison.Ordinal)).Select(x => x[4..]));

    /// <summary>A target's line in the summary: its status, and the text after the slashes.</summary>
    public string Row(string target)
    {
        var columns = Table.Single(x => x.Split(' ')[0] == target).Split("   // ");
        return columns[0].Split(' ', StringSplitOptions.RemoveEmptyEntries)[1] + (columns.Length > 1 ? $" // {columns[1]}" : "");
    }

    public IEnumerable<string> Table =>
        Lines
            .SkipWhile(x => !x.StartsWith("Target  ", StringComparison.Ordinal))
            .Skip(2)
            .TakeWhile(x => !x.StartsWith("Total  ", StringComparison.Ordinal))
            .Where(x => !x.StartsWith('─'));

    [GeneratedRegex(@"\e\[[0-9;]*[mK]")]
    private static partial Regex Color();
}
