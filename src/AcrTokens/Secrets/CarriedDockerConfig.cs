using System.Text.Json;
using System.Text.Json.Nodes;

namespace AcrTokens;

/// <summary>What the user's own docker configuration says of other registries.</summary>
internal static class CarriedDockerConfig
{
    /// <summary>Where docker looks for it: in <c>DOCKER_CONFIG</c>, else in the user's <c>.docker</c>.</summary>
    public static string Path => System.IO.Path.Combine(
        Environment.GetEnvironmentVariable("DOCKER_CONFIG") is { Length: > 0 } folder ? folder : System.IO.Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".docker"),
        "config.json");

    /// <summary>Its credentials and credential helpers, without those of one registry; empty where there is no such file.</summary>
    /// <exception cref="AcrException">The file cannot be read as a docker configuration.</exception>
    public static JsonObject ReadWithout(string loginServer, string? path = null)
    {
        var file = path ?? Path;
        try
        {
            return Without(loginServer, File.Exists(file) ? JsonNode.Parse(File.ReadAllText(file)) as JsonObject : null);
        }
        catch (Exception failure) when (failure is JsonException or InvalidOperationException or IOException or UnauthorizedAccessException)
        {
            // Not the cause itself, which may quote the file.
            throw new AcrException($"Could not carry over the docker configuration {file}: it cannot be read as one ({failure.GetType().Name}). Mend it, or do without EnableUserDockerConfig.");
        }
    }

    private static JsonObject Without(string loginServer, JsonObject? config)
    {
        var auths = config?["auths"]?.DeepClone().AsObject() ?? [];
        var helpers = config?["credHelpers"]?.DeepClone().AsObject() ?? [];

        // A store would be asked for the one registry as well, instead of the file: so it becomes the helper of those that it is known to hold.
        if (config?["credsStore"] is { } store)
        {
            foreach (var (server, _) in auths)
                helpers.TryAdd(server, store.DeepClone());
        }

        auths.Remove(loginServer);
        helpers.Remove(loginServer);
        return new JsonObject { ["auths"] = auths, ["credHelpers"] = helpers };
    }
}
