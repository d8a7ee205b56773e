namespace AcrTokens.Tool.Output;

/// <summary>
/// The layout of each type of result. Columns have the headers of <c>az</c>'s tables. New columns come last, so that scripts' column numbers stay.
/// </summary>
internal static class Layouts
{
    public static Layout<TokenView> Token { get; } =
        new(
            OutputJson.Plain.TokenView,
            new("NAME", t => t.Name),
            new("SCOPE MAP", t => LastPart(t.ScopeMapId)),
            new("PASSWORD1 EXPIRY", t => Expiry(t.Credentials?.Passwords, "password1")),
            new("PASSWORD2 EXPIRY", t => Expiry(t.Credentials?.Passwords, "password2")),
            new("STATUS", t => t.Status),
            new("PROVISIONING STATE", t => t.ProvisioningState),
            new("CREATION DATE", t => Cell.Of(t.CreationDate))
        )
        {
            JsonOfMany = OutputJson.Plain.IReadOnlyListTokenView,
        };

    public static Layout<ScopeMapView> ScopeMap { get; } =
        new(
            OutputJson.Plain.ScopeMapView,
            new("NAME", m => m.Name),
            new("TYPE", m => m.TypePropertiesType),
            new("CREATION DATE", m => Cell.Of(m.CreationDate)),
            new("DESCRIPTION", m => m.Description),
            new("ACTIONS", m => string.Join(' ', m.Actions))
        )
        {
            JsonOfMany = OutputJson.Plain.IReadOnlyListScopeMapView,
        };

    public static Layout<RegistryView> Registry { get; } =
        new(
            OutputJson.Plain.RegistryView,
            new("NAME", r => r.Name),
            new("RESOURCE GROUP", r => r.ResourceGroup),
            new("LOCATION", r => r.Location),
            new("SKU", r => r.Sku.Name),
            new("LOGIN SERVER", r => r.LoginServer),
            new("CREATION DATE", r => Cell.Of(r.CreationDate)),
            new("ADMIN ENABLED", r => Cell.Of(r.AdminUserEnabled)),
            new("ROLE ASSIGNMENTS", r => r.RoleAssignmentMode)
        );

    public static Layout<GeneratedView> Generated { get; } =
        new(
            OutputJson.Plain.GeneratedView,
            new("USERNAME", g => g.Username),
            new("PASSWORD1 EXPIRY", g => Expiry(g.Passwords, "password1")),
            new("PASSWORD2 EXPIRY", g => Expiry(g.Passwords, "password2"))
        );

    public static Layout<AdminCredentialView> AdminCredential { get; } =
        new(
            OutputJson.Plain.AdminCredentialView,
            new("USERNAME", c => c.Username),
            new("PASSWORDS", c => string.Join(' ', c.Passwords.Select(p => p.Name)))
        );

    public static Layout<MintedView> Minted { get; } =
        new(
            OutputJson.Plain.MintedView,
            new("NAME", m => m.Name),
            new("PASSWORD NAME", m => m.PasswordName),
            new("EXPIRY", m => Cell.Of(m.Expiry)),
            new("DOCKER CONFIG", m => m.DockerConfig)
        );

    public static Layout<SweepView> Sweep { get; } =
        new(
            OutputJson.Plain.SweepView,
            new("LISTED", s => Cell.Of(s.Listed)),
            new("OVER", s => Cell.Of(s.Selected)),
            new("DELETED", s => Cell.Of(s.Deleted)),
            new("DISABLED", s => Cell.Of(s.Disabled)),
            new("FAILED", s => Cell.Of(s.Failed)),
            new("UNREADABLE", s => Cell.Of(s.Unreadable)),
            new("SCOPE MAPS DELETED", s => Cell.Of(s.ScopeMapsDeleted)),
            new("SCOPE MAPS FAILED", s => Cell.Of(s.ScopeMapsFailed)),
            new("SCOPE MAPS UNREADABLE", s => Cell.Of(s.ScopeMapsUnreadable)),
            new("STOPPED", s => Cell.Of(s.Stopped))
        );

    private static string? LastPart(string? id) => id?[(id.LastIndexOf('/') + 1)..];

    private static string? Expiry(IReadOnlyList<PasswordView>? passwords, string name) =>
        passwords?.FirstOrDefault(p => string.Equals(p.Name, name, StringComparison.OrdinalIgnoreCase)) is { } password
            ? Cell.Of(password.Expiry) ?? "Never"
            : null;
}
