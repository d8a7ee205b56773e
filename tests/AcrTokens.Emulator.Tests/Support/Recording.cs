using System.Reflection;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace AcrTokens.Emulator.Tests.Support;

/// <summary>Recorded traffic of the service, and the resources that must exist before a replay.</summary>
public sealed partial class Recording
{
    private const string Prefix = "AcrTokens.Emulator.Tests.Recordings.";

    private readonly JsonNode json;
    private readonly Match resource;

    private Recording(JsonNode json)
    {
        this.json = json;
        resource = Registry().Match((string)Exchanges.First()["request"]!["url"]!);
    }

    public static IEnumerable<string> Names =>
        Assembly.GetExecutingAssembly().GetManifestResourceNames().Select(name => name[Prefix.Length..^".json".Length]).Order(StringComparer.Ordinal);

    public IEnumerable<JsonNode> Exchanges => json["exchanges"]!.AsArray().Select(node => node!);

    public IEnumerable<JsonNode> Given => (json["given"] as JsonArray ?? []).Select(node => node!);

    /// <summary>Resources that did not exist yet at the time of the recording.</summary>
    public IReadOnlyList<string> NewerNames => [.. (json["newerNames"] as JsonArray ?? []).Select(node => (string)node!)];

    public string RegistryId => resource.Groups["id"].Value;

    /// <summary>The options of an emulator that looks like the recorded registry.</summary>
    public AcrEmulatorOptions Options =>
        new()
        {
            SubscriptionId = resource.Groups["subscription"].Value,
            ResourceGroupName = resource.Groups["group"].Value,
            RegistryName = resource.Groups["registry"].Value,
            Location = Location().Match(json.ToJsonString()) is { Success: true } found ? found.Groups[1].Value : "westus",
            AdminUserEnabled = (bool?)json["adminUserEnabled"] ?? false,
        };

    public static Recording Load(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(Prefix + name + ".json")!;
        return new Recording(JsonNode.Parse(stream)!);
    }

    [GeneratedRegex(
        "(?<id>/subscriptions/(?<subscription>[^/]+)/resourceGroups/(?<group>[^/]+)/providers/Microsoft.ContainerRegistry/registries/(?<registry>[^/?]+))"
    )]
    private static partial Regex Registry();

    [GeneratedRegex("/locations/([^/]+)/")]
    private static partial Regex Location();
}
