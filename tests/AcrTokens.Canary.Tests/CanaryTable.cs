using System.Globalization;
using System.Text;

namespace AcrTokens.Canary.Tests;

/// <summary>A table of all builds: how much was searched, and what was found.</summary>
internal static class CanaryTable
{
    public static string Of(IReadOnlyCollection<CanaryReport> reports)
    {
        var table = new StringBuilder();
        Row("builds", reports.Count, "", "");
        foreach (var host in reports.GroupBy(r => r.Case.Host.Name).OrderBy(h => h.Key, StringComparer.Ordinal))
            Row($"  {host.Key}", host.Count(), "", "");
        Row("place", "searched", "found", "allowed");
        foreach (var place in Enum.GetValues<Place>())
            Row(
                $"  {Name(place)}",
                reports.Sum(r => r.Searched.GetValueOrDefault(place)),
                reports.Sum(r => r.Findings.Count(f => f.Place == place)),
                reports.Sum(r => r.Allowed.GetValueOrDefault(place))
            );
        Row("found in all", "", reports.Sum(r => r.Findings.Count), "");
        return table.ToString();

        void Row(string what, object searched, object found, object allowed) =>
            table.AppendLine(CultureInfo.InvariantCulture, $"{what, -52}{searched, 10}{found, 8}{allowed, 9}");
    }

    private static string Name(Place place) =>
        place switch
        {
            Place.Output => "standard output (allowed: mask commands)",
            Place.Errors => "standard error (allowed: where output is a file)",
            Place.HostLog => "the log that a host with masks keeps",
            Place.FilesInUse => "files in use (allowed: docker configuration)",
            Place.FilesAfter => "files after the end",
            Place.Arguments => "argument lists of processes",
            Place.Environments => "environments (allowed: the push given variables)",
            _ => "processes that outlive the build",
        };
}
