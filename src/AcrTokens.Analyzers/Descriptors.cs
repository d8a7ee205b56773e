using Microsoft.CodeAnalysis;

namespace AcrTokens.Analyzers;

/// <summary>All rules. A message has one sentence on the problem, then one on the fix.</summary>
internal static class Descriptors
{
    private const string Leases = nameof(Leases);
    private const string Secrets = nameof(Secrets);
    private const string Settings = nameof(Settings);

    // The folder of the rules' pages, in the repository and in the package.
    private const string Pages = "docs/analyzers/";

    public static readonly DiagnosticDescriptor LeaseIsNotRevoked = Rule(
        "ACRT1001",
        Leases,
        DiagnosticSeverity.Warning,
        "A lease is neither revoked, disposed, returned nor stored",
        "Lease '{0}' is never revoked, so its token works until the process ends. Declare it with 'using', call 'Revoke()', or 'Detach()' "
            + "to leave it to another process."
    );

    public static readonly DiagnosticDescriptor TaskIsNotAwaited = Rule(
        "ACRT1002",
        Leases,
        DiagnosticSeverity.Error,
        "NUKE does not await a task that returns a value",
        "NUKE does not await the '{0}' that this returns: the target succeeds at once, and a failure is lost. Write 'async () => {{ await "
            + "…; }}', or call the synchronous task."
    );

    public static readonly DiagnosticDescriptor RevokeIsNotAssured = Rule(
        "ACRT1003",
        Leases,
        DiagnosticSeverity.Warning,
        "The target that revokes does not run after a failure",
        "'{0}' revokes a lease, but NUKE skips it when an earlier target fails. Add '.AssuredAfterFailure()'."
    );

    public static readonly DiagnosticDescriptor PasswordIsThrownAway = Rule(
        "ACRT1004",
        Leases,
        DiagnosticSeverity.Warning,
        "A minted or generated password is thrown away",
        "The result of '{0}' is thrown away, and its password can never be read again. Keep the result, or do not make the password."
    );

    public static readonly DiagnosticDescriptor NameIsConstant = Rule(
        "ACRT1005",
        Leases,
        DiagnosticSeverity.Info,
        "A token's name is the same in every build",
        "Every build creates token '{0}': parallel builds collide, and creating it anew wipes its passwords. Use '{1}'."
    );

    public static readonly DiagnosticDescriptor BuildLacksAttribute = Rule(
        "ACRT1006",
        Leases,
        DiagnosticSeverity.Info,
        "A build class that mints lacks [RevokeAcrTokens]",
        "Build class '{0}' mints a token, but until the process ends nothing ends it when a target fails before the one that revokes. Add "
            + "'[RevokeAcrTokens]' to the class."
    );

    public static readonly DiagnosticDescriptor SecretIsPrinted = Rule(
        "ACRT2001",
        Secrets,
        DiagnosticSeverity.Error,
        "A revealed secret reaches a log, the console, an exception, an assertion or a message",
        "The revealed secret reaches {0}, which prints it in clear text. {1}."
    );

    public static readonly DiagnosticDescriptor SecretIsOnCommandLine = Rule(
        "ACRT2002",
        Secrets,
        DiagnosticSeverity.Error,
        "A revealed secret reaches a command line",
        "The revealed secret reaches a command line through '{0}', where every process of the machine can read it. Use "
            + "'SetAcrLogin(lease)', or hand the process 'lease.GetDockerConfig().Variables'."
    );

    public static readonly DiagnosticDescriptor SecretIsStored = Rule(
        "ACRT2003",
        Secrets,
        DiagnosticSeverity.Warning,
        "A revealed secret is stored",
        "The revealed secret is stored in {0}, where it outlives its use. {1}."
    );

    public static readonly DiagnosticDescriptor SettingIsMissing = Rule(
        "ACRT3001",
        Settings,
        DiagnosticSeverity.Warning,
        "A required setting is missing",
        "'{0}' has no {1} and fails before its first request. Add {2}."
    );

    public static readonly DiagnosticDescriptor ConstantIsRefused = Rule(
        "ACRT3002",
        Settings,
        DiagnosticSeverity.Error,
        "A constant is refused",
        "'{0}' is not {1} and is refused. Use {2}."
    );

    public static readonly DiagnosticDescriptor PasswordLivesTooLong = Rule(
        "ACRT3003",
        Settings,
        DiagnosticSeverity.Warning,
        "A password never expires, or too late",
        "The password {0}. Use 'SetLifetime' with at most {1}."
    );

    public static readonly DiagnosticDescriptor ScopeIsTooWide = Rule(
        "ACRT3004",
        Settings,
        DiagnosticSeverity.Info,
        "A scope is wider than needed",
        "'{0}' reaches every repository of the registry. {1}."
    );

    private static DiagnosticDescriptor Rule(string id, string category, DiagnosticSeverity severity, string title, string message) =>
        new(id, title, message, category, severity, isEnabledByDefault: true, helpLinkUri: $"{Pages}{id}.md");
}
