using System.Text.Json;
using Azure.Core;
using BenchmarkDotNet.Attributes;

namespace AcrTokens.Benchmarks.Micro;

/// <summary>Measures Resource Manager's JSON: the bodies that a mint writes and reads, and a page of a list as a sweep reads it.</summary>
public class JsonCost
{
    private const string Id =
        "/subscriptions/11111111-2222-3333-4444-555555555555/resourceGroups/builds/providers/Microsoft.ContainerRegistry/registries/contoso";

    private const string Token = $$$$"""
        {"id":"{{{{Id}}}}/tokens/acrt","name":"acrt","type":"Microsoft.ContainerRegistry/registries/tokens",
        "systemData":{"createdBy":"builder","createdByType":"Application","createdAt":"2026-11-21T06:00:00Z","lastModifiedBy":"builder","lastModifiedByType":"Application","lastModifiedAt":"2026-11-21T06:00:00Z"},
        "properties":{"provisioningState":"Succeeded","creationDate":"2026-11-21T06:00:00Z","scopeMapId":"{{{{Id}}}}/scopeMaps/_repositories_push","status":"enabled",
        "credentials":{"passwords":[{"name":"password1","creationTime":"2026-11-21T06:00:00Z","expiry":"2026-11-21T06:30:00Z"}]}}}
        """;

    private readonly byte[] token = System.Text.Encoding.UTF8.GetBytes(Token);
    private readonly byte[] page = System.Text.Encoding.UTF8.GetBytes($$"""{"value":[{{string.Join(',', Enumerable.Repeat(Token, 100))}}]}""");
    private readonly ResourceIdentifier id = new($"{Id}/tokens/acrt");

    [Benchmark(Description = "JSON: write generateCredentials")]
    public object Write() => ArmBodies.GenerateCredentials(id, AcrTokenPasswordName.Password1, DateTimeOffset.UnixEpoch);

    [Benchmark(Description = "JSON: read a token")]
    public object? Read() => Read(token, json => ArmModels.Token(json, id));

    [Benchmark(Description = "JSON: read a page of 100 tokens")]
    public object? ReadPage() =>
        Read(page, json => json.ListAt("value", item => ArmModels.Token(item, ArmModels.Id(item, AcrResourceIds.TokenType))));

    private static object Read(byte[] answer, Func<JsonElement, object> read)
    {
        using var json = JsonDocument.Parse(answer);
        return read(json.RootElement);
    }
}
