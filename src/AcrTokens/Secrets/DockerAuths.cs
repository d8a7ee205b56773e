using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace AcrTokens;

/// <summary>
/// The logins of a docker configuration: the lease's first, then the user's for other hosts. For each key, the first file with a login or a helper
/// wins.
/// </summary>
internal sealed class DockerAuths
{
    private const string Logins = "auths";
    private const string Helpers = "credHelpers";
    private const string Store = "credsStore";

    private static readonly string[] Secrets = ["auth", "password", "identitytoken", "registrytoken"];

    private readonly HashSet<string> ownHosts = [];
    private readonly Func<string, bool> isOwn;
    private readonly JsonObject logins = [];
    private readonly JsonObject helpers = [];
    private readonly Dictionary<string, JsonNode> stored = [];

    /// <param name="ownHosts">The lease's hosts.</param>
    /// <param name="ownLogin">The lease's login: base64 of <c>user:password</c>.</param>
    /// <param name="isOwn">Whether another host belongs to the lease's registry.</param>
    public DockerAuths(IEnumerable<string> ownHosts, string ownLogin, Func<string, bool> isOwn)
    {
        this.isOwn = isOwn;
        foreach (var host in ownHosts)
        {
            logins[host] = new JsonObject { ["auth"] = ownLogin };
            this.ownHosts.Add(DockerKey.HostOf(host));
        }
    }

    /// <summary>Why some of the user's logins cannot be included; null if all can.</summary>
    public static string? WhatIsLeft(JsonObject config) =>
        config.Members(Store).LastOrDefault() is { } store && Entries(config, Logins).Count == 0
            ? $"The docker configuration keeps logins in '{store}' and does not say for which registries: a lease's configuration has none of "
                + "them. Log in again with docker, or name the helper in credHelpers"
            : null;

    /// <summary>Replaces the logins for some hosts.</summary>
    /// <param name="config">The configuration.</param>
    /// <param name="hosts">The hosts.</param>
    /// <param name="login">The new login: base64 of <c>user:password</c>.</param>
    public static void Renew(JsonObject config, IEnumerable<string> hosts, string login)
    {
        var own = hosts.Select(DockerKey.HostOf).ToHashSet();
        if (config[Logins] is not JsonObject logins)
            return;

        foreach (var key in logins.Select(entry => entry.Key).Where(key => own.Contains(DockerKey.HostOf(key))).ToList())
            logins[key] = new JsonObject { ["auth"] = login };
    }

    /// <summary>Removes all members that hold credentials.</summary>
    public static void RemoveFrom(JsonObject config)
    {
        foreach (var name in (string[])[Logins, Helpers, Store])
            config.RemoveMembers(name);
    }

    /// <summary>Adds the user's logins and credential helpers for keys that have none yet.</summary>
    /// <exception cref="FormatException">A member has a kind that docker does not accept.</exception>
    public DockerAuths Add(JsonObject config)
    {
        var store = config.Members(Store).LastOrDefault();
        if (store is not null && store.GetValueKind() != JsonValueKind.String)
            throw new FormatException($"'{Store}' is not a text");

        var entries = Others(config, Logins).ToList();
        foreach (var (key, helper) in Others(config, Helpers))
        {
            if (helper is not null && helper.GetValueKind() != JsonValueKind.String)
                throw new FormatException($"'{Helpers}' holds more than texts");
            if (!IsKnown(key))
                helpers[key] = helper?.DeepClone();
        }

        foreach (var (key, login) in entries)
        {
            if (IsLogin(login) && !IsKnown(key))
                logins[key] = login!.DeepClone();

            // As a store it would also be asked for the lease's hosts and hide their logins. So it becomes the helper of the hosts that it is known
            // to hold.
            if (store is not null && !IsLogin(login))
                stored.TryAdd(key, store);
        }

        return this;
    }

    /// <summary>Writes the logins to a configuration without any.</summary>
    public void PutInto(JsonObject config)
    {
        foreach (var (key, store) in stored.Where(entry => !IsKnown(entry.Key)))
        {
            logins[key] = new JsonObject();
            helpers[key] = store.DeepClone();
        }

        config[Logins] = logins;
        if (helpers.Count > 0)
            config[Helpers] = helpers;
    }

    private bool IsKnown(string key) => helpers.Concat(logins).Any(entry => DockerKey.AreSame(entry.Key, key));

    private IEnumerable<KeyValuePair<string, JsonNode?>> Others(JsonObject config, string name) =>
        Entries(config, name).Where(entry => DockerKey.HostOf(entry.Key) is var host && !ownHosts.Contains(host) && !isOwn(host));

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

    /// <exception cref="FormatException">It has a kind that docker does not accept, so that docker ignores the whole file.</exception>
    private static bool IsLogin(JsonNode? entry)
    {
        if (entry is null)
            return false;
        if (entry is not JsonObject login || login.Any(member => member.Value is { } value && value.GetValueKind() != JsonValueKind.String))
            throw new FormatException($"an entry of '{Logins}' is no login");
        if ((string?)login["auth"] is { Length: > 0 } auth && !IsUserAndPassword(auth))
            throw new FormatException($"an 'auth' of '{Logins}' is no user and password in base64");
        return Secrets.Any(name => (string?)login[name] is { Length: > 0 });
    }

    private static bool IsUserAndPassword(string auth)
    {
        var bytes = new byte[auth.Length];
        return Convert.TryFromBase64String(auth, bytes, out var length)
            && Encoding.UTF8.GetString(bytes, 0, length).Contains(':', StringComparison.Ordinal);
    }
}
