using System.Reflection;
using System.Text.Json;

namespace AcrTokens.Tests;

/// <summary>
/// Another client's requests to the service, with the responses. Copied from the public recordings of Azure's .NET SDK
/// and PowerShell module, which mask names and passwords; each file names its source. Only the headers that the library reads are kept.
/// </summary>
internal sealed record Recording(IReadOnlyList<Exchange> Exchanges)
{
    private const string Folder = "Recordings/";

    private static readonly Assembly Home = typeof(Recording).Assembly;

    public static IEnumerable<string> Names =>
        Home.GetManifestResourceNames()
            .Where(name => name.StartsWith(Folder, StringComparison.Ordinal))
            .Select(name => Path.GetFileNameWithoutExtension(name))
            .Order(StringComparer.Ordinal);

    public static Recording Load(string name) => JsonSerializer.Deserialize<Recording>(Read(name), JsonSerializerOptions.Web)!;

    public static string Read(string name)
    {
        using var stream =
            Home.GetManifestResourceStream($"{Folder}{name}.json") ?? throw new ArgumentException($"There is no recording '{name}'.", nameof(name));
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}

internal sealed record Exchange(RecordedRequest Request, RecordedResponse Response);

internal sealed record RecordedRequest(string Method, string Url, string? Body = null, int? RecordedContentLength = null);

internal sealed record RecordedResponse(
    int Status,
    string? Body = null,
    Dictionary<string, string>? Headers = null,
    int? RecordedContentLength = null
);
