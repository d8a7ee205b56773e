using System.Globalization;
using System.Text;
using AcrTokens.Emulator;

namespace AcrTokens.Integration.Tests;

/// <summary>Which client sent which operation, with the response: taken from the emulators' request logs, not from the tests.</summary>
public sealed class ClientMatrix : IDisposable
{
    private readonly Lock gate = new();
    private readonly SortedDictionary<string, SortedDictionary<string, SortedSet<int>>> operations = new(StringComparer.Ordinal);
    private readonly SortedSet<string> clients = new(StringComparer.Ordinal);

    public static string File { get; } = Path.Combine(AppContext.BaseDirectory, "client-matrix.md");

    public void Add(string client, IEnumerable<EmulatorRequest> requests)
    {
        lock (gate)
        {
            foreach (var request in requests)
            {
                var asker = Asker(client, request);
                clients.Add(asker);
                if (!operations.TryGetValue(request.Operation, out var row))
                    operations.Add(request.Operation, row = new(StringComparer.Ordinal));
                if (!row.TryGetValue(asker, out var statuses))
                    row.Add(asker, statuses = []);
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
        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $"| operation | {string.Join(" | ", clients)} |");
        text.AppendLine(CultureInfo.InvariantCulture, $"|---|{string.Concat(clients.Select(_ => "---|"))}");
        foreach (var (operation, row) in operations)
            text.AppendLine(
                CultureInfo.InvariantCulture,
                $"| {operation} | {string.Join(" | ", clients.Select(client => row.TryGetValue(client, out var statuses) ? string.Join(' ', statuses) : ""))} |"
            );
        return text.ToString();
    }

    /// <summary>
    /// The client under test, unless the request came from a helper: this library creates tokens for others to log in with.
    /// </summary>
    private static string Asker(string client, EmulatorRequest request) =>
        request.UserAgent switch
        {
            { } agent when agent.Contains("azsdk-net", StringComparison.Ordinal) => "this library",
            { } agent when agent.StartsWith("skopeo", StringComparison.Ordinal) && !client.StartsWith("skopeo", StringComparison.Ordinal) => "skopeo",
            _ => client,
        };
}
