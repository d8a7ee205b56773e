namespace Nuke.Common.StandIn.Tests;

internal sealed record BuildResult(int ExitCode, IReadOnlyList<string> Lines, string Errors)
{
    /// <summary>What -1 becomes where exit codes are bytes.</summary>
    public static int Failure { get; } = OperatingSystem.IsWindows() ? -1 : 255;

    public string Text => string.Join('\n', Lines);

    /// <summary>The targets that ran, in their order.</summary>
    public string Ran => string.Join(' ', Lines.Where(x => x.StartsWith("ran ", StringComparison.Ordinal)).Select(x => x[4..]));

    /// <summary>A target's line in the summary: its status, and what stands behind the slashes.</summary>
    public string Row(string target)
    {
        var columns = Table.Single(x => x.Split(' ')[0] == target).Split("   // ");
        return columns[0].Split(' ', StringSplitOptions.RemoveEmptyEntries)[1] + (columns.Length > 1 ? $" // {columns[1]}" : "");
    }

    public IEnumerable<string> Table => Lines.SkipWhile(x => !x.StartsWith("Target  ", StringComparison.Ordinal)).Skip(2)
        .TakeWhile(x => !x.StartsWith("Total  ", StringComparison.Ordinal)).Where(x => !x.StartsWith('─'));
}
