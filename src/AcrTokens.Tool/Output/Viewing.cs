using AcrTokens.Tool.CommandLine;

namespace AcrTokens.Tool.Output;

/// <summary>Maps the library's results to views.</summary>
internal static class Viewing
{
    public static TokenView View(this AcrToken token) =>
        new(
            token.CreatedOn,
            new CredentialsView([.. token.Certificates.Select(View)], token.Passwords.View()),
            token.Id.ToString(),
            token.Name,
            token.ProvisioningState.Value,
            token.Id.ResourceGroupName,
            token.ScopeMapId?.ToString(),
            token.Status.Value,
            token.SystemData?.View(),
            token.Id.ResourceType
        );

    public static ScopeMapView View(this AcrScopeMap map) =>
        new(
            map.Actions,
            map.CreatedOn,
            map.Description,
            map.Id.ToString(),
            map.Name,
            map.ProvisioningState.Value,
            map.Id.ResourceGroupName,
            map.SystemData?.View(),
            map.Id.ResourceType,
            map.Type
        );

    public static RegistryView View(this AcrRegistry registry) =>
        new(
            registry.AdminUserEnabled,
            registry.CreatedOn,
            registry.Id.ToString(),
            registry.Location,
            registry.LoginServer,
            registry.Name,
            registry.ProvisioningState.Value,
            registry.Id.ResourceGroupName,
            registry.RoleAssignmentMode,
            new SkuView(registry.Sku),
            registry.Id.ResourceType
        );

    public static GeneratedView View(this AcrTokenCredentials credentials) => new(credentials.Passwords.View(), credentials.Username);

    public static AdminCredentialView View(this AcrAdminCredential credential) =>
        new(
            [
                .. new[] { ("password", credential.Password), ("password2", credential.Password2) }
                    .Where(named => named.Item2 is not null)
                    .Select(named => new AdminPasswordView(named.Item1)),
            ],
            credential.Username
        );

    public static SweepView View(this AcrSweepReport report) =>
        new(
            report.Deleted,
            report.Disabled,
            report.Failed,
            report.Listed,
            report.ScopeMapsDeleted,
            report.ScopeMapsFailed,
            report.ScopeMapsUnreadable,
            report.Selected,
            report.Stopped,
            report.Unreadable
        );

    public static PreflightView View(this AcrPreflightReport report) => new([.. report.Findings.Select(View)], report.IsGood);

    private static FindingView View(AcrPreflightFinding finding) =>
        new(
            Spelling.Of(finding.Message),
            finding.Severity switch
            {
                AcrPreflightSeverity.Error => "error",
                AcrPreflightSeverity.Warning => "warning",
                _ => "information",
            }
        );

    private static IReadOnlyList<PasswordView> View(this IReadOnlyList<AcrTokenPassword> passwords) =>
        [.. passwords.Select(p => new PasswordView(p.CreatedOn, p.ExpiresOn, p.Name.Value))];

    private static CertificateView View(AcrTokenCertificate certificate) =>
        new(certificate.EncodedPemCertificate, certificate.ExpiresOn, certificate.Name.Value, certificate.Thumbprint);

    private static SystemDataView View(this AcrSystemData data) =>
        new(data.CreatedOn, data.CreatedBy, data.CreatedByType, data.LastModifiedOn, data.LastModifiedBy, data.LastModifiedByType);
}
