using Microsoft.CodeAnalysis;

namespace AcrTokens.Analyzers;

/// <summary>All rules. A message has one sentence on the problem, then one on the fix.</summary>
internal static class Descriptors
{
    private const string Leases = "AcrTokens.Leases";
    private const string Secrets = "AcrTokens.Secrets";
    private const string Settings = "AcrTokens.Settings";

    public static readonly DiagnosticDescriptor LeaseIsNotRevoked = Rule(
        "ACRT1001",
        Leases,
        DiagnosticSeverity.Warning,
        "A lease is neither revoked, disposed, returned nor stored",
        "Lease '{0}' is never revoked, so its token works until the process ends. Declare it with 'using', call 'Revoke()', or 'Detach()' "
            + "to leave it to another process.",
        "The token of a lease that nothing ends works until the process ends, though the work that needs it is done long before."
    );

    public static readonly DiagnosticDescriptor TaskIsNotAwaited = Rule(
        "ACRT1002",
        Leases,
        DiagnosticSeverity.Error,
        "The build does not await a task that returns a value",
        "The build does not await the '{0}' that this returns: the target succeeds at once, and a failure is lost. Write 'async () => {{ await "
            + "…; }}', or call the synchronous task.",
        "NUKE and Fallout await a plain Task. They treat a Task with a value as the result: the target succeeds immediately, and a failure is lost."
    );

    public static readonly DiagnosticDescriptor RevokeIsNotAssured = Rule(
        "ACRT1003",
        Leases,
        DiagnosticSeverity.Warning,
        "The target that revokes does not run after a failure",
        "'{0}' revokes a lease, but the build skips it when an earlier target fails. Add '.AssuredAfterFailure()'.",
        "NUKE and Fallout skip a target once another has failed. A target that only revokes must run then, too."
    );

    public static readonly DiagnosticDescriptor PasswordIsThrownAway = Rule(
        "ACRT1004",
        Leases,
        DiagnosticSeverity.Warning,
        "A minted or generated password is thrown away",
        "The result of '{0}' is thrown away, and its password can never be read again. Keep the result, or do not make the password.",
        "A password is returned once. If nobody keeps it, the token that was made for it is of no use, and it still works."
    );

    public static readonly DiagnosticDescriptor NameIsConstant = Rule(
        "ACRT1005",
        Leases,
        DiagnosticSeverity.Info,
        "A token's name is the same in every build",
        "Every build creates token '{0}': parallel builds collide, and creating it anew wipes its passwords. Use '{1}'.",
        "Two builds that run in parallel would use one token: the first that ends revokes the other's login."
    );

    public static readonly DiagnosticDescriptor BuildLacksAttribute = Rule(
        "ACRT1006",
        Leases,
        DiagnosticSeverity.Warning,
        "A build class that mints lacks [RevokeAcrTokens]",
        "Build class '{0}' mints a token, but until the process ends nothing ends it when a target fails before the one that revokes. Add "
            + "'[RevokeAcrTokens]' to the class.",
        "The attribute ends leases that are open when a target fails or the build ends, whatever happens to the target that revokes."
    );

    public static readonly DiagnosticDescriptor MintIsOutsideMethod = Rule(
        "ACRT1007",
        Leases,
        DiagnosticSeverity.Warning,
        "A mint that every run of the build executes",
        "{0} mints a token in every run of the build, even for '--help'. Mint in the target that needs the token.",
        "NUKE and Fallout create the build class before they read the command line. What its initialisers mint is minted for '--help' and '--plan', too."
    );

    public static readonly DiagnosticDescriptor RevokeMayBeSkipped = Rule(
        "ACRT1008",
        Leases,
        DiagnosticSeverity.Warning,
        "An exception skips the revocation",
        "An exception between the mint and this call leaves lease '{0}' open. Declare the lease with 'using', or revoke it in 'finally'.",
        "The statement that revokes is not reached when one before it throws. The token then works until the process ends."
    );

    public static readonly DiagnosticDescriptor LeaseTaskIsNotAwaited = Rule(
        "ACRT1009",
        Leases,
        DiagnosticSeverity.Warning,
        "Nobody awaits the task of a mint or a revocation",
        "Nobody awaits the task of '{0}': its failure is lost, and the process may end before it. Await it, or call the synchronous method.",
        "A revocation that nobody awaits may fail unseen. A mint that nobody awaits leaves a token that nobody revokes."
    );

    public static readonly DiagnosticDescriptor LeaseIsUsedAfterRevoke = Rule(
        "ACRT1010",
        Leases,
        DiagnosticSeverity.Warning,
        "A lease is used after its revocation",
        "Lease '{0}' is revoked before this, so that its login fails. Revoke it after the last use.",
        "Once a revocation has begun, the password cannot be revealed, and the docker configuration is removed."
    );

    public static readonly DiagnosticDescriptor PreparationIsLeft = Rule(
        "ACRT1011",
        Leases,
        DiagnosticSeverity.Warning,
        "A prepared token is neither minted nor disposed",
        "Prepared token '{0}' is neither minted nor disposed, and keeps its place in the registry until it expires. Declare it with 'using', or "
            + "call 'Mint()'.",
        "A preparation creates the token at the registry. One that nobody mints takes a place in the registry's quota until a sweep finds it."
    );

    public static readonly DiagnosticDescriptor SecretIsPrinted = Rule(
        "ACRT2001",
        Secrets,
        DiagnosticSeverity.Error,
        "A revealed secret reaches a log, the console, an exception, an assertion or a message",
        "The revealed secret reaches {0}, which prints it in clear text. {1}.",
        "A log is kept for months, and many people read it. The secret itself, without Reveal, prints as [REDACTED]."
    );

    public static readonly DiagnosticDescriptor SecretIsOnCommandLine = Rule(
        "ACRT2002",
        Secrets,
        DiagnosticSeverity.Error,
        "A revealed secret reaches a command line",
        "The revealed secret reaches a command line through '{0}', where every process of the machine can read it. Use "
            + "'SetAcrLogin(lease)', or hand the process 'lease.GetDockerConfig().Variables'.",
        "Every user of the machine can read the command lines of its processes."
    );

    public static readonly DiagnosticDescriptor SecretIsStored = Rule(
        "ACRT2003",
        Secrets,
        DiagnosticSeverity.Warning,
        "A revealed secret is stored",
        "The revealed secret is stored in {0}, where it outlives its use. {1}.",
        "A stored copy outlives the lease, and goes wherever the object or the environment goes."
    );

    public static readonly DiagnosticDescriptor SecretIsWritten = Rule(
        "ACRT2004",
        Secrets,
        DiagnosticSeverity.Warning,
        "A revealed secret is written to a file or to an output of the CI host",
        "The revealed secret is written in clear text through '{0}', to a file or a variable that others can read. Hand the process that needs "
            + "it 'lease.GetDockerConfig().Variables'.",
        "A file stays on the agent, and may become an artifact. Outputs, summaries and plain variables of a CI host are shown to everyone."
    );

    public static readonly DiagnosticDescriptor AdminPasswordLogsIn = Rule(
        "ACRT2005",
        Secrets,
        DiagnosticSeverity.Warning,
        "The admin user's password is handed to a login",
        "The admin user's password logs in through '{0}': it never expires, and grants everything. Mint a token with 'AcrTokenMint'.",
        "The admin user has all rights on all repositories, is shared by all, and its passwords have no expiry."
    );

    public static readonly DiagnosticDescriptor DockerConfigIsForProcess = Rule(
        "ACRT2006",
        Secrets,
        DiagnosticSeverity.Warning,
        "The lease's docker configuration is set for the whole process",
        "'{0}' sets the lease's docker configuration for the build and all its child processes. Set it on the one process that needs it, as "
            + "'SetAcrLogin(lease)' does.",
        "Every process that the build starts from then on can log in with the lease, and misses the user's own configuration."
    );

    public static readonly DiagnosticDescriptor ContainerVariablesAreLogged = Rule(
        "ACRT2007",
        Secrets,
        DiagnosticSeverity.Warning,
        "Container variables are set on a tool that logs its environment",
        "The tool writes its environment, with the password, to its log because of '{0}'. Use 'SetAcrLogin(lease)', or log less.",
        "MSBuild records the environment in a binary log, and prints it at detailed and diagnostic verbosity."
    );

    public static readonly DiagnosticDescriptor SettingIsMissing = Rule(
        "ACRT3001",
        Settings,
        DiagnosticSeverity.Warning,
        "A required setting is missing",
        "'{0}' has no {1} and fails before its first request. Add {2}.",
        "The task fails before its first request. That is known when the script is written."
    );

    public static readonly DiagnosticDescriptor ConstantIsRefused = Rule(
        "ACRT3002",
        Settings,
        DiagnosticSeverity.Error,
        "A constant is refused",
        "'{0}' is not {1} and is refused. Use {2}.",
        "The task fails with this value every time, before its first request."
    );

    public static readonly DiagnosticDescriptor PasswordLivesTooLong = Rule(
        "ACRT3003",
        Settings,
        DiagnosticSeverity.Warning,
        "A password never expires, or too late",
        "The password {0}. Use 'SetLifetime' with at most {1}.",
        "The expiry ends a password when everything else has failed. Without one it works until somebody remembers it."
    );

    public static readonly DiagnosticDescriptor ScopeIsTooWide = Rule(
        "ACRT3004",
        Settings,
        DiagnosticSeverity.Info,
        "A scope is wider than needed",
        "'{0}' reaches every repository of the registry. {1}.",
        "Anyone who obtains the token can overwrite every image in the registry."
    );

    private static DiagnosticDescriptor Rule(
        string id,
        string category,
        DiagnosticSeverity severity,
        string title,
        string message,
        string description
    ) => new(id, title, message, category, severity, isEnabledByDefault: true, description, HelpLink.To(id));
}
