using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace AcrTokens.Live.Tests.Wire;

/// <summary>Replaces everything in a recording that belongs to somebody: secrets, ids, names of resources, hosts and addresses.</summary>
internal sealed partial class Redactor
{
    private readonly Dictionary<string, string> named;
    private readonly Regex names;
    private readonly Dictionary<string, string> ids = new(StringComparer.OrdinalIgnoreCase);

    private Redactor(IEnumerable<(string Text, string Instead)> named)
    {
        this.named = named
            .DistinctBy(n => n.Text, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(n => n.Text, n => n.Instead, StringComparer.OrdinalIgnoreCase);
        // One pass, the longest first: a registry's name is part of its host's.
        names = new Regex(string.Join('|', this.named.Keys.OrderByDescending(text => text.Length).Select(Regex.Escape)), RegexOptions.IgnoreCase);
    }

    /// <summary>A redactor that knows the registry, and each secret in a response's body.</summary>
    public static Redactor For(string registryId, string loginServer, Uri resourceManager, IEnumerable<Taken> exchanges)
    {
        var id = registryId.Split('/');
        return new Redactor([
            .. exchanges
                .SelectMany(e => Secret().Matches(e.Body).Select(match => match.Groups["secret"].Value))
                .SelectMany(secret => new[] { secret, JsonSerializer.Deserialize<string>($"\"{secret}\"")! })
                .Where(secret => secret.Length > 0)
                .Distinct()
                .Select(secret => (secret, Crosses(secret))),
            (loginServer, "contosoci.azurecr.io"),
            (resourceManager.Authority, "management.azure.com"),
            (id[2], "5f0b6b1e-2c1d-4c58-9d0e-3a8f1c7b2d41"),
            ($"resourceGroups/{id[4]}", "resourceGroups/ContainerTest"),
            (id[8], "contosoci"),
        ]);
    }

    public string Redact(string text)
    {
        text = Secret().Replace(text, match => match.Groups["field"].Value + Crosses(match.Groups["secret"].Value) + "\"");
        text = Author().Replace(text, "$1uuuuuuuuuuu@example.com\"");
        text = names.Replace(text, match => named[match.Value]);
        text = Parameter().Replace(text, "$1redacted");
        text = Mail().Replace(text, "uuuuuuuuuuu@example.com");
        text = Id().Replace(text, match => Invented(match.Value));
        text = Address4().Replace(text, "203.0.113.7");
        return Address6().Replace(text, match => IsAddress6(match.Value) ? "2001:db8::7" : match.Value);
    }

    private static string Crosses(string secret) => new('x', secret.Length);

    private static bool IsAddress6(string text) => IPAddress.TryParse(text, out var address) && address.AddressFamily == AddressFamily.InterNetworkV6;

    // The same id everywhere: an operation's address names the request that began it.
    private string Invented(string id)
    {
        if (named.ContainsValue(id))
            return id;
        if (!ids.TryGetValue(id, out var invented))
            ids.Add(id, invented = $"00000000-0000-0000-0000-{ids.Count + 1:D12}");
        return invented;
    }

    [GeneratedRegex("(?<field>\"(?:value|access_token|refresh_token)\"\\s*:\\s*\")(?<secret>(?:[^\"\\\\]|\\\\.)*)\"")]
    private static partial Regex Secret();

    [GeneratedRegex("(\"(?:createdBy|lastModifiedBy)\"\\s*:\\s*\")[^\"]*\"")]
    private static partial Regex Author();

    // A parameter's value, such as a signature or an upload's state. The name stays.
    [GeneratedRegex("([?&](?!api-version=|service=|scope=|digest=|n=)[$_a-zA-Z-]+=)[^&\"\\s]+")]
    private static partial Regex Parameter();

    [GeneratedRegex(@"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")]
    private static partial Regex Mail();

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}", RegexOptions.IgnoreCase)]
    private static partial Regex Id();

    [GeneratedRegex(@"(?<![\d.])\d{1,3}(?:\.\d{1,3}){3}(?![\d.])")]
    private static partial Regex Address4();

    [GeneratedRegex("(?<![0-9A-Za-z])[0-9a-fA-F]*:[0-9a-fA-F:]*:[0-9a-fA-F]*(?![0-9A-Za-z])")]
    private static partial Regex Address6();
}
