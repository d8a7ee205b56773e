namespace AcrTokens.Tool.Output;

/// <summary>
/// A token as <c>az acr token show</c> prints it, with the service's property names in alphabetical order. Never holds a password's value.
/// </summary>
internal sealed record TokenView(
    DateTimeOffset? CreationDate,
    CredentialsView? Credentials,
    string? Id,
    string? Name,
    string? ProvisioningState,
    string? ResourceGroup,
    string? ScopeMapId,
    string? Status,
    SystemDataView? SystemData,
    string? Type
);

internal sealed record CredentialsView(IReadOnlyList<CertificateView>? Certificates, IReadOnlyList<PasswordView>? Passwords);

internal sealed record CertificateView(string? EncodedPemCertificate, DateTimeOffset? Expiry, string? Name, string? Thumbprint);

internal sealed record PasswordView(DateTimeOffset? CreationTime, DateTimeOffset? Expiry, string? Name);

internal sealed record SystemDataView(
    DateTimeOffset? CreatedAt,
    string? CreatedBy,
    string? CreatedByType,
    DateTimeOffset? LastModifiedAt,
    string? LastModifiedBy,
    string? LastModifiedByType
);

internal sealed record ScopeMapView(
    IReadOnlyList<string> Actions,
    DateTimeOffset? CreationDate,
    string? Description,
    string Id,
    string Name,
    string? ProvisioningState,
    string? ResourceGroup,
    SystemDataView? SystemData,
    string Type,
    string? TypePropertiesType
);

internal sealed record RegistryView(
    bool AdminUserEnabled,
    DateTimeOffset? CreationDate,
    string Id,
    string? Location,
    string LoginServer,
    string Name,
    string? ProvisioningState,
    string? ResourceGroup,
    string? RoleAssignmentMode,
    SkuView Sku,
    string Type
);

internal sealed record SkuView(string? Name);

/// <summary>The output of <c>az acr token credential generate</c>, without the values.</summary>
internal sealed record GeneratedView(IReadOnlyList<PasswordView> Passwords, string Username);

/// <summary>The output of <c>az acr credential show</c>, without the values.</summary>
internal sealed record AdminCredentialView(IReadOnlyList<AdminPasswordView> Passwords, string Username);

internal sealed record AdminPasswordView(string Name);

internal sealed record SweepView(
    int Deleted,
    int Disabled,
    int Failed,
    int Listed,
    int ScopeMapsDeleted,
    int ScopeMapsFailed,
    int ScopeMapsUnreadable,
    int Selected,
    bool Stopped,
    int Unreadable
);

internal sealed record PreflightView(IReadOnlyList<FindingView> Findings, bool IsGood);

internal sealed record FindingView(string Message, string Severity);
