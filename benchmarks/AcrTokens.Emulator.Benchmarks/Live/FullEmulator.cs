using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace AcrTokens.Emulator.Benchmarks.Live;

/// <summary>An emulator with as many tokens as a large registry has, and as many requests as it keeps.</summary>
internal static class FullEmulator
{
    public const int Tokens = 5_000;
    public const int Requests = 10_000;

    public static async Task<AcrEmulator> StartAsync()
    {
        var emulator = await AcrEmulator.StartAsync();
        using var http = new HttpClient(emulator.CreateHandler()) { BaseAddress = emulator.RegistryEndpoint };
        http.DefaultRequestHeaders.Add("x-acr-emulator-key", emulator.ControlKey);
        var tokens = Enumerable.Range(0, Tokens).Select(Token).ToArray<JsonNode?>();
        var seed = new JsonObject { ["registries"] = new JsonArray(new JsonObject { ["name"] = "myregistry", ["tokens"] = new JsonArray(tokens) }) };
        (await http.PostAsJsonAsync("/_emulator/state", seed)).EnsureSuccessStatusCode();

        using var client = new ArmClient(emulator);
        await Parallel.ForEachAsync(
            Enumerable.Range(0, Requests),
            new ParallelOptions { MaxDegreeOfParallelism = 8 },
            async (i, _) => await client.GetTokenAsync(Name(i % Tokens))
        );
        return emulator;
    }

    public static string Name(int number) => $"acrt-20261127t100051z-{number:D5}-k4qv7ncb";

    private static JsonObject Token(int number) =>
        new()
        {
            ["name"] = Name(number),
            ["scopeMap"] = "_repositories_push",
            ["passwords"] = new JsonArray(
                new JsonObject
                {
                    ["name"] = "password1",
                    ["value"] = $"not-a-secret-{number}",
                    // Half of them have expired.
                    ["expiry"] = DateTimeOffset.UtcNow.AddMinutes(number % 2 == 0 ? -30 : 30),
                }
            ),
        };
}
