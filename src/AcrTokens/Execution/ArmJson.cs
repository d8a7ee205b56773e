using System.Text.Json.Serialization;

namespace AcrTokens;

/// <summary>Resource Manager's JSON, as far as the tasks read and write it. Null is not written; unknown fields are passed over.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(TokenJson))]
[JsonSerializable(typeof(ScopeMapJson))]
[JsonSerializable(typeof(RegistryJson))]
[JsonSerializable(typeof(PageJson<TokenJson>))]
[JsonSerializable(typeof(PageJson<ScopeMapJson>))]
[JsonSerializable(typeof(PageJson<RegistryJson>))]
[JsonSerializable(typeof(PageJson<PermissionJson>))]
[JsonSerializable(typeof(RegenerateCredentialJson))]
[JsonSerializable(typeof(GenerateCredentialsJson))]
[JsonSerializable(typeof(CredentialsJson))]
[JsonSerializable(typeof(OperationStatusJson))]
[JsonSerializable(typeof(ErrorAnswerJson))]
internal sealed partial class ArmJson : JsonSerializerContext;

internal sealed record TokenJson(TokenPropertiesJson? Properties, string? Id = null, SystemDataJson? SystemData = null);

internal sealed record TokenPropertiesJson
{
    public string? ScopeMapId { get; init; }

    public string? Status { get; init; }

    public TokenCredentialsJson? Credentials { get; init; }

    public DateTimeOffset? CreationDate { get; init; }

    public string? ProvisioningState { get; init; }
}

internal sealed record TokenCredentialsJson(IReadOnlyList<PasswordJson>? Passwords, IReadOnlyList<CertificateJson>? Certificates);

internal sealed record PasswordJson(string Name, DateTimeOffset? CreationTime = null, DateTimeOffset? Expiry = null, string? Value = null)
{
    public override string ToString() => Name;
}

internal sealed record CertificateJson(string Name, DateTimeOffset? Expiry, string? Thumbprint, string? EncodedPemCertificate);

internal sealed record ScopeMapJson(ScopeMapPropertiesJson? Properties, string? Id = null, SystemDataJson? SystemData = null);

internal sealed record ScopeMapPropertiesJson
{
    public string? Description { get; init; }

    public string? Type { get; init; }

    public IReadOnlyList<string>? Actions { get; init; }

    public DateTimeOffset? CreationDate { get; init; }

    public string? ProvisioningState { get; init; }
}

internal sealed record RegistryJson(string? Id, string? Location, SkuJson? Sku, RegistryPropertiesJson? Properties);

internal sealed record SkuJson(string? Name);

internal sealed record RegistryPropertiesJson(
    string? LoginServer, bool? AdminUserEnabled, string? RoleAssignmentMode, DateTimeOffset? CreationDate, string? ProvisioningState);

internal sealed record PermissionJson(IReadOnlyList<string>? Actions, IReadOnlyList<string>? NotActions);

internal sealed record PageJson<T>(IReadOnlyList<T>? Value, string? NextLink);

internal sealed record GenerateCredentialsJson(string TokenId, DateTimeOffset? Expiry, string? Name);

internal sealed record RegenerateCredentialJson(string Name);

internal sealed record CredentialsJson(string? Username, IReadOnlyList<PasswordJson>? Passwords);

internal sealed record OperationStatusJson(string? Status, ErrorJson? Error);

internal sealed record ErrorAnswerJson(ErrorJson? Error);

internal sealed record ErrorJson(string? Code, string? Message);

internal sealed record SystemDataJson(
    string? CreatedBy, string? CreatedByType, DateTimeOffset? CreatedAt,
    string? LastModifiedBy, string? LastModifiedByType, DateTimeOffset? LastModifiedAt);
