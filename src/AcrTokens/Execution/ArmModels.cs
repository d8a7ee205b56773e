using Azure.Core;

namespace AcrTokens;

/// <summary>Between Resource Manager's JSON and the model.</summary>
internal static class ArmModels
{
    public static AcrToken ToModel(this TokenJson json, ResourceIdentifier id) => new()
    {
        Id = id,
        CreatedOn = json.Properties?.CreationDate,
        ProvisioningState = new(json.Properties?.ProvisioningState ?? ""),
        Status = new(json.Properties?.Status ?? ""),
        ScopeMapId = json.Properties?.ScopeMapId is { } scopeMap ? new(scopeMap) : null,
        Passwords = ToModel(json.Properties?.Credentials?.Passwords),
        Certificates = [.. (json.Properties?.Credentials?.Certificates ?? []).Select(c => new AcrTokenCertificate
        {
            Name = new(c.Name),
            ExpiresOn = c.Expiry,
            Thumbprint = c.Thumbprint,
            EncodedPemCertificate = c.EncodedPemCertificate,
        })],
        SystemData = json.SystemData?.ToModel(),
    };

    public static AcrScopeMap ToModel(this ScopeMapJson json, ResourceIdentifier id) => new()
    {
        Id = id,
        Description = json.Properties?.Description,
        Type = json.Properties?.Type,
        CreatedOn = json.Properties?.CreationDate,
        ProvisioningState = new(json.Properties?.ProvisioningState ?? ""),
        Actions = json.Properties?.Actions ?? [],
        SystemData = json.SystemData?.ToModel(),
    };

    public static AcrRegistry ToModel(this RegistryJson json) => new()
    {
        Id = new(json.Id ?? ""),
        LoginServer = json.Properties?.LoginServer ?? "",
        Sku = json.Sku?.Name,
        AdminUserEnabled = json.Properties?.AdminUserEnabled ?? false,
        RoleAssignmentMode = json.Properties?.RoleAssignmentMode,
        Location = json.Location,
        CreatedOn = json.Properties?.CreationDate,
        ProvisioningState = new(json.Properties?.ProvisioningState ?? ""),
    };

    public static AcrPermissionSet ToModel(this PermissionJson json) => new(json.Actions ?? [], json.NotActions ?? []);

    public static AcrTokenCredentials ToModel(this CredentialsJson json, ResourceIdentifier token) => new()
    {
        Username = json.Username ?? token.Name,
        Passwords = ToModel(json.Passwords),
    };

    public static AcrAdminCredential ToAdminModel(this CredentialsJson json, ResourceIdentifier registry) => new()
    {
        Username = json.Username ?? registry.Name,
        Password = Find(json.Passwords, "password"),
        Password2 = Find(json.Passwords, "password2"),
    };

    // A password that was read is sent back by name and dates alone: the service makes its values itself.
    public static TokenJson ToJson(this AcrTokenChanges changes) => new(new TokenPropertiesJson
    {
        ScopeMapId = changes.ScopeMapId?.ToString(),
        Status = changes.Status?.ToString(),
        Credentials = changes.Passwords is null && changes.Certificates is null ? null : new TokenCredentialsJson(
            changes.Passwords?.Select(p => new PasswordJson(p.Name.ToString(), p.CreatedOn, p.ExpiresOn)).ToList(),
            changes.Certificates?.Select(c => new CertificateJson(c.Name.ToString(), c.ExpiresOn, c.Thumbprint, c.EncodedPemCertificate)).ToList()),
    });

    private static IReadOnlyList<AcrTokenPassword> ToModel(IReadOnlyList<PasswordJson>? passwords) => [.. (passwords ?? []).Select(p => new AcrTokenPassword
    {
        Name = new(p.Name),
        CreatedOn = p.CreationTime,
        ExpiresOn = p.Expiry,
        Value = p.Value is null ? null : new AcrSecret(p.Value),
    })];

    private static AcrSecret? Find(IReadOnlyList<PasswordJson>? passwords, string name) =>
        (passwords ?? []).FirstOrDefault(p => string.Equals(p.Name, name, StringComparison.OrdinalIgnoreCase))?.Value is { } value ? new AcrSecret(value) : null;

    private static AcrSystemData ToModel(this SystemDataJson json) => new()
    {
        CreatedBy = json.CreatedBy,
        CreatedByType = json.CreatedByType,
        CreatedOn = json.CreatedAt,
        LastModifiedBy = json.LastModifiedBy,
        LastModifiedByType = json.LastModifiedByType,
        LastModifiedOn = json.LastModifiedAt,
    };
}
