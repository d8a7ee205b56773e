using System.ClientModel.Primitives;
using System.Text.Json.Nodes;
using Azure.ResourceManager.ContainerRegistry;
using Azure.ResourceManager.ContainerRegistry.Models;

namespace AcrTokens.AzureSdk.Tests;

/// <summary>The bodies that the SDK's own models write are the same as those of the executor that sends its own requests.</summary>
public sealed class SentBodies
{
    private const string ScopeMap =
        "/subscriptions/12345678-1234-1234-1234-123456789abc/resourceGroups/builds/providers/Microsoft.ContainerRegistry/registries/contoso/scopeMaps/a-map";

    private static readonly AcrTokenPassword Kept = new()
    {
        Name = AcrTokenPasswordName.Password2,
        CreatedOn = new(2026, 11, 21, 6, 30, 0, TimeSpan.Zero),
        Value = new("a canary"),
    };

    public static TheoryData<string, AcrTokenChanges, string> TokenChanges =>
        new()
        {
            { "nothing", new(), "{}" },
            {
                "scope map and status",
                new() { ScopeMapId = new(ScopeMap), Status = AcrTokenStatus.Disabled },
                $$"""{"scopeMapId":"{{ScopeMap}}","status":"disabled"}"""
            },
            {
                "no password kept",
                new() { Passwords = [] },
                """{"credentials":{"passwords":[]}}"""
            },
            {
                "one kept, without its value",
                new() { Passwords = [Kept] },
                """{"credentials":{"passwords":[{"creationTime":"2026-11-21T06:30:00.0000000Z","name":"password2"}]}}"""
            },
            {
                "no certificate",
                new() { Certificates = [] },
                """{"credentials":{"certificates":[]}}"""
            },
            {
                "one certificate",
                new()
                {
                    Certificates =
                    [
                        new()
                        {
                            Name = AcrTokenCertificateName.Certificate1,
                            ExpiresOn = new(2027, 11, 21, 8, 30, 0, TimeSpan.FromHours(2)),
                            Thumbprint = "00AA",
                            EncodedPemCertificate = "cGVt",
                        },
                    ],
                },
                """{"credentials":{"certificates":[{"encodedPemCertificate":"cGVt","expiry":"2027-11-21T06:30:00.0000000Z","name":"certificate1","thumbprint":"00AA"}]}}"""
            },
            {
                "both",
                new() { Certificates = [], Passwords = [] },
                """{"credentials":{"certificates":[],"passwords":[]}}"""
            },
        };

    public static TheoryData<string, AcrScopeMapChanges, string> ScopeMapChanges =>
        new()
        {
            { "nothing", new(), "{}" },
            {
                "description",
                new() { Description = "" },
                """{"description":""}"""
            },
            {
                "actions",
                new() { Actions = ["repositories/a/content/read"] },
                """{"actions":["repositories/a/content/read"]}"""
            },
            {
                "no actions",
                new() { Actions = [] },
                """{"actions":[]}"""
            },
        };

    [Theory]
    [MemberData(nameof(TokenChanges))]
    public void Of_a_token_hold_what_was_set(string what, AcrTokenChanges changes, string properties)
    {
        Write<ContainerRegistryTokenPatch>(changes.ToPatch()).ShouldBe(properties, what);
        Write<ContainerRegistryTokenData>(changes.ToData()).ShouldBe(properties, what);
        Normal(changes.ToBody()).ShouldBe(properties, what);
    }

    [Theory]
    [MemberData(nameof(ScopeMapChanges))]
    public void Of_a_scope_map_hold_what_was_set(string what, AcrScopeMapChanges changes, string properties)
    {
        Write<ScopeMapPatch>(changes.ToPatch()).ShouldBe(properties, what);
        Write<ScopeMapData>(changes.ToData()).ShouldBe(properties, what);
        Normal(changes.ToBody()).ShouldBe(properties, what);
    }

    // Neither the order of members nor the offset of a date matters.
    private static JsonNode? Normal(JsonNode? json) =>
        json switch
        {
            JsonObject members => new JsonObject(
                members.OrderBy(m => m.Key, StringComparer.Ordinal).Select(m => KeyValuePair.Create(m.Key, Normal(m.Value)))
            ),
            JsonArray items => new JsonArray([.. items.Select(Normal)]),
            JsonValue value when value.TryGetValue<DateTimeOffset>(out var date) => date.UtcDateTime.ToString("O"),
            null => null,
            _ => json.DeepClone(),
        };

    private static string Write<T>(IPersistableModel<T> model) => Normal(model.Write(new("W")));

    private static string Normal(BinaryData body) => Normal(JsonNode.Parse(body)!["properties"])!.ToJsonString();
}
