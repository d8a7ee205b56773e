using System.Text.Json.Nodes;
using AcrTokens.Emulator.State;

namespace AcrTokens.Emulator.ResourceManager;

/// <summary>A token as the service writes it. It never contains a password's value.</summary>
internal static class TokenBody
{
    public static JsonObject Of(StoredToken token, RegistryIdentity registry, string provisioningState) =>
        new()
        {
            ["type"] = "Microsoft.ContainerRegistry/registries/tokens",
            ["id"] = registry.TokenId(token.Name),
            ["name"] = token.Name,
            ["systemData"] = ResourceJson.SystemData(token.ChangedAt),
            ["properties"] = new JsonObject
            {
                ["creationDate"] = ResourceJson.Timestamp(token.CreatedAt),
                ["provisioningState"] = provisioningState,
                ["scopeMapId"] = token.ScopeMapId,
                ["credentials"] = Credentials(token),
                ["status"] = token.Enabled ? "enabled" : "disabled",
            },
        };

    /// <summary>A password's dates and name, in the order that all responses share; without <c>expiry</c> if it never expires.</summary>
    public static JsonObject Password(StoredPassword password)
    {
        var body = new JsonObject { ["creationTime"] = ResourceJson.Timestamp(password.CreatedAt) };
        if (password.ExpiresOn is { } expiry)
        {
            body["expiry"] = ResourceJson.Timestamp(expiry);
        }

        body["name"] = password.Name;
        return body;
    }

    private static JsonObject Credentials(StoredToken token)
    {
        var body = new JsonObject { ["passwords"] = new JsonArray([.. token.Passwords.Select(Password)]) };
        if (token.Certificates is { Count: > 0 } certificates)
        {
            body["certificates"] = certificates.DeepClone();
        }

        return body;
    }
}
