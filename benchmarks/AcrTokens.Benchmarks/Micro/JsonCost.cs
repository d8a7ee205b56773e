using System.Text.Json;
using BenchmarkDotNet.Attributes;

namespace AcrTokens.Benchmarks.Micro;

/// <summary>Resource Manager's JSON: what a mint writes and reads, and a page of a list as a sweep reads it.</summary>
public class JsonCost
{
    private const string Id = "/subscriptions/11111111-2222-3333-4444-555555555555/resourceGroups/builds/providers/Microsoft.ContainerRegistry/registries/contoso";

    private const string Token = $$$$"""
        {"id":"{{{{Id}}}}/tokens/acrt","name":"acrt","type":"Microsoft.ContainerRegistry/registries/tokens",
        "systemData":{"createdBy":"builder","createdByType":"Application","createdAt":"2026-11-21T06:00:00Z","lastModifiedBy":"builder","lastModifiedByType":"Application","lastModifiedAt":"2026-11-21T06:00:00Z"},
        "properties":{"provisioningState":"Succeeded","creationDate":"2026-11-21T06:00:00Z","scopeMapId":"{{{{Id}}}}/scopeMaps/_repositories_push","status":"enabled",
        "credentials":{"passwords":[{"name":"password1","creationTime":"2026-11-21T06:00:00Z","expiry":"2026-11-21T06:30:00Z"}]}}}
        """;

    private readonly byte[] token = System.Text.Encoding.UTF8.GetBytes(Token);
    private readonly byte[] page = System.Text.Encoding.UTF8.GetBytes($$"""{"value":[{{string.Join(',', Enumerable.Repeat(Token, 100))}}]}""");
    private readonly GenerateCredentialsJson body = new($"{Id}/tokens/acrt", DateTimeOffset.UnixEpoch, "password1");

    [Benchmark(Description = "JSON: write generateCredentials")]
    public object Write() => ArmCalls.Json(body, ArmJson.Default.GenerateCredentialsJson);

    [Benchmark(Description = "JSON: read a token")]
    public object? Read() => JsonSerializer.Deserialize(token, ArmJson.Default.TokenJson);

    [Benchmark(Description = "JSON: read a page of 100 tokens")]
    public object? ReadPage() => JsonSerializer.Deserialize(page, ArmJson.Default.PageJsonTokenJson);
}
