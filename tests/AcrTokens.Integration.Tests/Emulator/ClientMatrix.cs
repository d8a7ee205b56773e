using System.Globalization;
using System.Text;
using AcrTokens.Emulator;

namespace AcrTokens.Integration.Tests;

/// <summary>Which client did which operation, and how it was answered: taken from what emulators were asked, not from what tests say.</summary>
public sealed class ClientMatrix : IDisposable
{
    private readonly Lock gate = new();
    private readonly SortedDictionary<string, SortedDictionary<string, SortedSet<int>>> operations = new(StringComparer.Ordinal);
    private readonly List<string> clients = [];

    public static string File { get; } = Path.Combine(AppContext.BaseDirectory, "client-matrix.md");

    public void Add(string client, IEnumerable<EmulatorRequest> requests)
    {
        lock (gate)
        {
            if (!clients.Contains(client))
                clients.Add(client);
            foreach (var request in requests)
            {
                if (!operations.TryGetValue(request.Operation, out var row))
                    operations.Add(request.Operation, row = new(StringComparer.Ordinal));
                if (!row.TryGetValue(client, out var statuses))
                    row.Add(client, statuses = []);
                statuses.Add(request.Status);
            }
        }
    }

    public void Dispose()
    {
        if (clients.Count > 0)
            System.IO.File.WriteAllText(File, ToString());
    }

    public override string ToString()
    {
        clients.Sort(StringComparer.Ordinal);
        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $"| operation | {string.Join(" | ", clients)} |");
        text.AppendLine(CultureInfo.InvariantCulture, $"|---|{string.Concat(clients.Select(_ => "---|"))}");
        foreach (var (operation, row) in operations)
            text.AppendLine(CultureInfo.InvariantCulture, $"| {operation} | {string.Join(" | ", clients.Select(client => row.TryGetValue(client, out var statuses) ? string.Join(' ', statuses) : ""))} |");
        return text.ToString();
    }
}
