using System.Globalization;
using System.Text.Json;

namespace AcrTokens.Benchmarks.Sweeps;

/// <summary>
/// A full Premium registry: 50,000 tokens. Of every ten, a crashed build left one and a running build owns the next. The others are not
/// builds' tokens.
/// </summary>
internal static class FullRegistry
{
    public const string Name = "myregistry";
    public const int Tokens = 50_000;
    public const int Over = Tokens / 10;

    public static async Task<string> WriteSeedAsync()
    {
        var path = Path.Combine(Directory.CreateTempSubdirectory("acr-tokens-sweep-").FullName, "seed.json");
        await using var file = File.Create(path);
        await JsonSerializer.SerializeAsync(
            file,
            new { registries = new[] { new { name = Name, tokens = Enumerable.Range(0, Tokens).Select(Token) } } }
        );
        return path;
    }

    // Expired before both clocks start, the simulation's and the machine's, or valid until 2099.
    private static object Token(int number) =>
        (number % 10) switch
        {
            0 => Token($"acrt-20251231t000000z-4711-{number:D8}", new DateTimeOffset(2025, 12, 31, 0, 0, 0, TimeSpan.Zero)),
            1 => Token($"acrt-20991231t000000z-4711-{number:D8}", new DateTimeOffset(2099, 12, 31, 0, 0, 0, TimeSpan.Zero)),
            _ => Token(string.Create(CultureInfo.InvariantCulture, $"production-{number}"), null),
        };

    private static object Token(string name, DateTimeOffset? expiry) =>
        new
        {
            name,
            scopeMap = "_repositories_push",
            passwords = new[]
            {
                new
                {
                    name = "password1",
                    value = "none",
                    expiry,
                },
            },
        };
}
