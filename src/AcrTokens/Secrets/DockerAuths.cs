using System.Text.Json.Nodes;

namespace AcrTokens;

/// <summary>The logins of a docker configuration: those of the lease first, then the user's for other hosts.</summary>
internal sealed class DockerAuths
{
    private const string Logins = "auths";
    private const string Helpers = "credHelpers";
    private const string Store = "credsStore";

    private readonly HashSet<string> hosts = [];
    private readonly JsonObject logins = [];
    private readonly JsonObject helpers = [];

    /// <param name="ownHosts">The hosts that the lease is for.</param>
    /// <param name="ownLogin">Its login, as base64 of <c>user:password</c>.</param>
    public DockerAuths(IEnumerable<string> ownHosts, string ownLogin)
    {
        foreach (var host in ownHosts)
        {
            logins[host] = new JsonObject { ["auth"] = ownLogin };
            hosts.Add(DockerKey.HostOf(host));
        }
    }

    /// <summary>Adds the user's logins and credential helpers for hosts that have none yet.</summary>
    /// <exception cref="FormatException">A member is of another kind than docker takes.</exception>
    public DockerAuths Add(JsonObject config)
    {
        var newLogins = Entries(config, Logins);
        var newHelpers = Entries(config, Helpers);

        // As a store it would be asked for the lease's hosts as well, and hide their logins: so it becomes the helper of those that it is known to hold.
        if (config.Members(Store).LastOrDefault() is { } store)
        {
            foreach (var key in newLogins.Keys)
                newHelpers.TryAdd(key, store);
        }

        Take(newLogins, logins);
        Take(newHelpers, helpers);
        hosts.UnionWith(newLogins.Keys.Concat(newHelpers.Keys).Select(DockerKey.HostOf));
        return this;
    }

    /// <summary>Puts them into a configuration in the place of those that it has.</summary>
    public JsonObject PutInto(JsonObject config)
    {
        foreach (var name in (string[])[Logins, Helpers, Store])
            config.RemoveMembers(name);

        config[Logins] = logins;
        if (helpers.Count > 0)
            config[Helpers] = helpers;
        return config;
    }

    private void Take(Dictionary<string, JsonNode?> entries, JsonObject into)
    {
        foreach (var (key, value) in entries.Where(entry => !hosts.Contains(DockerKey.HostOf(entry.Key))))
            into[key] = value?.DeepClone();
    }

    private static Dictionary<string, JsonNode?> Entries(JsonObject config, string name)
    {
        var entries = new Dictionary<string, JsonNode?>();
        foreach (var member in config.Members(name))
        {
            foreach (var (key, value) in member as JsonObject ?? throw new FormatException($"'{name}' is not an object"))
                entries[key] = value;
        }

        return entries;
    }
}
