using Azure.Core;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace AcrTokens;

/// <summary>
/// How an <see cref="AcrClient"/> talks to Azure. Transport, retries and diagnostics are Azure.Core's own, but for what Azure throttles
/// (429): that is sent again, after its <c>Retry-After</c> and a random while, until <see cref="OperationTimeout"/> is over.
/// Content logging stays off, since answers carry passwords, and so does the <c>Authorization</c> header, also where <c>*</c> asks for all.
/// </summary>
public sealed class AcrClientOptions : ClientOptions
{
    /// <summary>Which Azure. Default: the global cloud.</summary>
    public AcrCloud Cloud { get; set; } = AcrCloud.AzurePublicCloud;

    /// <summary>Resource Manager's api-version for registries. Default <c>2025-11-01</c>; tokens came with <c>2022-12-01</c>.</summary>
    public string ApiVersion { get; set; } = "2025-11-01";

    /// <summary>The subscription, a GUID, of settings that name none. Default: the environment's <c>AZURE_SUBSCRIPTION_ID</c>, else the Azure CLI's default subscription.</summary>
    public string? SubscriptionId { get; set; }

    /// <summary>How long to wait for the service to finish one change, and before that for a request that it throttles to be taken. Default 5 minutes.</summary>
    public TimeSpan OperationTimeout { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>How long a lease's revocation may take, with all its tries. Default 30 seconds.</summary>
    public TimeSpan RevokeTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>The clock for expiries and waiting. Default: the system's.</summary>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    /// <summary>The end of the process, as the tasks see it. Default: that of this process; a test has one of its own.</summary>
    internal ProcessEnd ProcessEnd { get; set; } = ProcessEnd.Current;

    /// <summary>Asks somebody to confirm what it is given, for settings with <see cref="IAcrChange.Confirm"/>. Default null: on the terminal.</summary>
    public Func<string, bool>? Prompt { get; set; }

    /// <summary>
    /// Whether the CI host is told to hide passwords in its log, where it has a command for that. The command goes to standard output, or to
    /// standard error where standard output is a file; where both are, nothing is written, and a warning says so. Default true.
    /// </summary>
    public bool MaskSecrets { get; set; } = true;

    /// <summary>
    /// Whether GitLab's runner was set up with <c>proxy_exec = true</c>, and so hides what <c>::add-mask::</c> tells it.
    /// Default false: on any other runner the command itself would show the password. On GitHub Actions and Azure Pipelines
    /// passwords are masked without being asked; other hosts have no such command.
    /// </summary>
    public bool GitLabProxyExec { get; set; }

    /// <summary>Where the client's news go. Default: nowhere; a host such as NUKE sets its own log instead.</summary>
    public ILogger Logger { get; set; } = NullLogger.Instance;
}
