using System.ClientModel.Primitives;
using System.Text.Json;
using Azure.Core;
using Azure.ResourceManager.ContainerRegistry;
using Azure.ResourceManager.ContainerRegistry.Models;
using Azure.ResourceManager.Models;

namespace AcrTokens.AzureSdk;

/// <summary>Converts the SDK's models to the tasks' own.</summary>
internal static class SdkModels
{
    private static readonly ModelReaderWriterOptions Wire = new("W");

    /// <summary>Converts an item of a list. Its id is read from the item, since the request does not name it.</summary>
    public static AcrRegistry ToModel(this ContainerRegistryData data) =>
        data.ToModel(data.Id.Of("registries") ?? throw new FormatException("There is no id."));

    public static AcrRegistry ToModel(this ContainerRegistryData data, ResourceIdentifier id) =>
        new()
        {
            Id = id,
            LoginServer = data.LoginServer ?? "",
            Sku = data.Sku?.Name.ToString(),
            AdminUserEnabled = data.IsAdminUserEnabled ?? false,
            RoleAssignmentMode = data.RoleAssignmentMode?.ToString(),
            Location = data.Location.Name,
            CreatedOn = data.CreatedOn,
            ProvisioningState = new(data.ProvisioningState?.ToString() ?? ""),
        };

    /// <inheritdoc cref="ToModel(ContainerRegistryData)"/>
    public static AcrToken ToModel(this ContainerRegistryTokenData data) =>
        data.ToModel(data.Id.Of("registries/tokens") ?? throw new FormatException("There is no id."));

    public static AcrToken ToModel(this ContainerRegistryTokenData data, ResourceIdentifier id) =>
        new()
        {
            Id = id,
            CreatedOn = data.CreatedOn,
            ProvisioningState = new(data.ProvisioningState?.ToString() ?? ""),
            Status = new(data.Status?.ToString() ?? ""),
            ScopeMapId = data.ScopeMapId.Of("registries/scopeMaps"),
            Passwords = ToModel(data.Credentials?.Passwords),
            Certificates =
            [
                .. (data.Credentials?.Certificates ?? []).Select(c => new AcrTokenCertificate
                {
                    Name = new(c.Name?.ToString() ?? ""),
                    ExpiresOn = c.ExpireOn,
                    Thumbprint = c.Thumbprint,
                    EncodedPemCertificate = c.EncodedPemCertificate,
                }),
            ],
            SystemData = data.SystemData?.ToModel(),
        };

    /// <inheritdoc cref="ToModel(ContainerRegistryData)"/>
    public static AcrScopeMap ToModel(this ScopeMapData data) =>
        data.ToModel(data.Id.Of("registries/scopeMaps") ?? throw new FormatException("There is no id."));

    public static AcrScopeMap ToModel(this ScopeMapData data, ResourceIdentifier id) =>
        new()
        {
            Id = id,
            Description = data.Description,
            Type = data.ScopeMapType,
            CreatedOn = data.CreatedOn,
            ProvisioningState = new(data.ProvisioningState?.ToString() ?? ""),
            Actions = [.. data.Actions],
            SystemData = data.SystemData?.ToModel(),
        };

    public static AcrTokenCredentials ToModel(this ContainerRegistryGenerateCredentialsResult result, ResourceIdentifier token) =>
        new() { Username = result.Username ?? token.Name, Passwords = ToModel(result.Passwords) };

    public static AcrAdminCredential ToModel(this ContainerRegistryListCredentialsResult result, ResourceIdentifier registry) =>
        new()
        {
            Username = result.Username ?? registry.Name,
            Password = result.Find(ContainerRegistryPasswordName.Password),
            Password2 = result.Find(ContainerRegistryPasswordName.Password2),
        };

    /// <summary>Reads a response of Resource Manager as the SDK does, and throws where the SDK would.</summary>
    /// <param name="json">The response.</param>
    /// <param name="any">Any object of the type: the SDK reads through an instance.</param>
    public static T Read<T>(this BinaryData json, IPersistableModel<T> any) => any.Create(json, Wire) ?? throw new JsonException();

    // The SDK accepts any text as an id, and parses it only when a member is read.
    private static ResourceIdentifier? Of(this ResourceIdentifier? id, string type) =>
        id is null || id.ResourceType == $"Microsoft.ContainerRegistry/{type}"
            ? id
            : throw new FormatException($"This is no id of one of the {type}.");

    private static AcrSecret? Find(this ContainerRegistryListCredentialsResult result, ContainerRegistryPasswordName name) =>
        result.Passwords.FirstOrDefault(p => p.Name == name)?.Value is { } value ? new AcrSecret(value) : null;

    private static IReadOnlyList<AcrTokenPassword> ToModel(IEnumerable<ContainerRegistryTokenPassword>? passwords) =>
        [
            .. (passwords ?? []).Select(p => new AcrTokenPassword
            {
                Name = new(p.Name?.ToString() ?? ""),
                CreatedOn = p.CreatedOn,
                ExpiresOn = p.ExpireOn,
                Value = p.Value is null ? null : new AcrSecret(p.Value),
            }),
        ];

    private static AcrSystemData ToModel(this SystemData data) =>
        new()
        {
            CreatedBy = data.CreatedBy,
            CreatedByType = data.CreatedByType?.ToString(),
            CreatedOn = data.CreatedOn,
            LastModifiedBy = data.LastModifiedBy,
            LastModifiedByType = data.LastModifiedByType?.ToString(),
            LastModifiedOn = data.LastModifiedOn,
        };
}
