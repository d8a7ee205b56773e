using System.Text.RegularExpressions;

namespace Nuke.Common.StandIn.Tests;

/// <param name="ExitCode">As a shell sees it.</param>
/// <param name="Raw">The lines as they were written.</param>
/// <param name="Errors">What stands on standard error.</param>
/// <param name="Logs">The log files, by their names.</param>
internal sealed partial record BuildResult(int ExitCode, IReadOnlyList<string> Raw, string Errors, IReadOnlyDictionary<string, string> Logs)
{
    /// <summary>What -1 becomes where exit codes are bytes.</summary>
    public static int Failure { get; } = OperatingSystem.IsWindows() ? -1 : 255;

    /// <summary>The lines as somebody reads them: without colours, the summary's padding as blanks, empty lines empty.</summary>
    public IReadOnlyList<string> Lines { get; } = [.. Raw.Select(x => Color().Replace(x, "").Replace('\u00A0', ' ').Replace("\u200B", ""))];

    public string Text => string.Join('\n', Lines);

    /// <summary>The targets that ran, in their order.</summary>
    public string Ran => string.Join(' ', Lines.Where(x => x.StartsWith("ran ", StringComparison.Ordinal)).Select(x => x[4..]));

    /// <summary>A target's line in the summary: its status, and what stands behind the slashes.</summary>
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
