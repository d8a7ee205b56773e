using System.Text.Json;

namespace AcrTokens.Benchmarks.Pictures.Results;

/// <summary>A <c>results.json</c> of <c>run.sh</c>.</summary>
internal sealed class ResultsFile(JsonElement root)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    public static ResultsFile Read(string path)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(path));
        return new ResultsFile(document.RootElement.Clone());
    }

    /// <summary>The values of the table whose title begins like this; null if it was not measured.</summary>
    public T? Section<T>(string title)
        where T : class =>
        root.GetProperty("sections")
            .EnumerateObject()
            .Where(section => section.Name.StartsWith(title, StringComparison.Ordinal))
            .Select(section => section.Value.Deserialize<T>(Json))
            .SingleOrDefault();
}
