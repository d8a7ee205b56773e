using System.Text.Json;
using Azure.Core;

namespace AcrTokens.Execution;

/// <summary>Reads the model from Resource Manager's JSON.</summary>
internal static class ArmModels
{
    /// <summary>The id of a list item.</summary>
    public static ResourceIdentifier Id(JsonElement json, ResourceType type) => json.IdAt("id", type) ?? throw new FormatException("There is no id.");

    /// <summary>The name of an item of any kind, for the error that it cannot be read.</summary>
    public static string? Name(JsonElement json) => Text(json, "name") ?? Text(json, "id");

    public static AcrToken Token(JsonElement json, ResourceIdentifier id)
    {
        var properties = json.At("properties");
        var credentials = properties.At("credentials");
        return new()
        {
            Id = id,
            CreatedOn = properties.DateAt("creationDate"),
            ProvisioningState = State(json) ?? new(""),
            Status = new(properties.TextAt("status") ?? ""),
            ScopeMapId = properties.IdAt("scopeMapId", AcrResourceIds.ScopeMapType),
            Passwords = credentials.ListAt("passwords", Password),
            Certificates = credentials.ListAt(
                "certificates",
                c => new AcrTokenCertificate
                {
                    Name = new(c.TextAt("name") ?? ""),
                    ExpiresOn = c.DateAt("expiry"),
                    Thumbprint = c.TextAt("thumbprint"),
                    EncodedPemCertificate = c.TextAt("encodedPemCertificate"),
                }
            ),
            SystemData = SystemData(json.At("systemData")),
        };
    }

    public static AcrScopeMap ScopeMap(JsonElement json, ResourceIdentifier id)
    {
        var properties = json.At("properties");
        return new()
        {
            Id = id,
            Description = properties.TextAt("description"),
            Type = properties.TextAt("type"),
            CreatedOn = properties.DateAt("creationDate"),
            ProvisioningState = State(json) ?? new(""),
            Actions = properties.TextsAt("actions"),
            SystemData = SystemData(json.At("systemData")),
        };
    }

    public static AcrRegistry Registry(JsonElement json, ResourceIdentifier id)
    {
        var properties = json.At("properties");
        return new()
        {
            Id = id,
            LoginServer = properties.TextAt("loginServer") ?? "",
            Sku = json.At("sku").TextAt("name"),
            AdminUserEnabled = properties.FlagAt("adminUserEnabled") ?? false,
            RoleAssignmentMode = properties.TextAt("roleAssignmentMode"),
            Location = json.TextAt("location"),
            CreatedOn = properties.DateAt("creationDate"),
            ProvisioningState = State(json) ?? new(""),
        };
    }

    public static AcrPermissionSet Permissions(JsonElement json) => new(json.TextsAt("actions"), json.TextsAt("notActions"));

    public static AcrLock Lock(JsonElement json) => new(new(json.TextAt("id")!), json.At("properties").TextAt("level") ?? "");

    public static AcrTokenCredentials Credentials(JsonElement json, ResourceIdentifier token) =>
        new() { Username = json.TextAt("username") ?? token.Name, Passwords = json.ListAt("passwords", Password) };

    public static AcrAdminCredential AdminCredential(JsonElement json, ResourceIdentifier registry) =>
        new()
        {
            Username = json.TextAt("username") ?? registry.Name,
            Password = Find(json, "password"),
            Password2 = Find(json, "password2"),
        };

    /// <summary>The provisioning state of a token, a scope map or a registry, which all have it in the same place. Null if there is none.</summary>
    public static AcrProvisioningState? State(JsonElement json) => json.At("properties").TextAt("provisioningState") is { } state ? new(state) : null;

    private static string? Text(JsonElement json, string name)
    {
        try
        {
            return
                json.ValueKind == JsonValueKind.Object
                && json.At(name) is { ValueKind: JsonValueKind.String } text
                && text.GetString() is { Length: > 0 } value
                ? value
                : null;
        }
        catch (InvalidOperationException)
        {
            return null; // half a character
        }
    }

    private static AcrTokenPassword Password(JsonElement json) =>
        new()
        {
            Name = new(json.TextAt("name") ?? ""),
            CreatedOn = json.DateAt("creationTime"),
            ExpiresOn = json.DateAt("expiry"),
            Value = Secret(json),
        };

    private static AcrSecret? Find(JsonElement json, string name) =>
        json.ListAt("passwords", p => (Name: p.TextAt("name"), Value: Secret(p)))
            .FirstOrDefault(p => string.Equals(p.Name, name, StringComparison.OrdinalIgnoreCase))
            .Value;

    private static AcrSecret? Secret(JsonElement json) => json.TextAt("value") is { } value ? new AcrSecret(value) : null;

    private static AcrSystemData? SystemData(JsonElement json) =>
        json.IsNothing()
            ? null
            : new()
            {
                CreatedBy = json.TextAt("createdBy"),
                CreatedByType = json.TextAt("createdByType"),
                CreatedOn = json.DateAt("createdAt"),
                LastModifiedBy = json.TextAt("lastModifiedBy"),
                LastModifiedByType = json.TextAt("lastModifiedByType"),
                LastModifiedOn = json.DateAt("lastModifiedAt"),
            };
}
