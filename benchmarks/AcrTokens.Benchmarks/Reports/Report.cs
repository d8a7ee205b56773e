using System.Globalization;
using System.Text.Json;

namespace AcrTokens.Benchmarks.Reports;

/// <summary>Writes the results for people and for programs.</summary>
internal sealed class Report(string machine, double? load)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    private readonly DateTimeOffset began = DateTimeOffset.UtcNow;
    private readonly List<Section> sections = [];

    public void Add(params IEnumerable<Section> more) => sections.AddRange(more);

    public void Write(DirectoryInfo folder)
    {
        folder.Create();
        var atEnd = Machine.Load();
        var head = string.Create(
            CultureInfo.InvariantCulture,
            $"{machine}. {began:yyyy-MM-dd HH:mm} UTC, load average {load:F1} before and {atEnd:F1} after. Median, with the quarters in brackets."
        );
        var text = string.Join('\n', [head, "", .. sections.Select(s => s.ToMarkdown())]);
        File.WriteAllText(Path.Combine(folder.FullName, "results.md"), text);
        File.WriteAllText(
            Path.Combine(folder.FullName, "results.json"),
            JsonSerializer.Serialize(
                new
                {
                    machine,
                    began,
                    loadBefore = load,
                    loadAfter = atEnd,
                    sections = sections.ToDictionary(s => s.Title, s => s.Values),
                },
                Json
            )
        );
        Console.WriteLine(text);
    }
}
