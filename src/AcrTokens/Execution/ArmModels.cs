using Azure.Core;

namespace AcrTokens;

/// <summary>From Resource Manager's JSON to the model.</summary>
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
            Name = c.Name,
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
    };

    public static AcrTokenCredentials ToModel(this CredentialsJson json, ResourceIdentifier token) => new()
    {
        Username = json.Username ?? token.Name,
        Passwords = ToModel(json.Passwords),
    };

    private static IReadOnlyList<AcrTokenPassword> ToModel(IReadOnlyList<PasswordJson>? passwords) => [.. (passwords ?? []).Select(p => new AcrTokenPassword
    {
        Name = new(p.Name),
        CreatedOn = p.CreationTime,
        ExpiresOn = p.Expiry,
        Value = p.Value is null ? null : new AcrSecret(p.Value),
    })];

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
