using Azure.Core;
using Azure.Core.Pipeline;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace AcrTokens;

/// <summary>
/// How an <see cref="AcrClient"/> talks to Azure. Transport, retries and diagnostics are Azure.Core's, except for throttled responses (429) and those
/// with a <c>Retry-After</c>: see <see cref="AcrThrottling"/>. A client copies its options when it is created; later changes do not affect it.
/// Content logging stays off, since responses carry passwords. The <c>Authorization</c> header is never logged, even where <c>*</c> asks for all
/// headers.
/// </summary>
public sealed class AcrClientOptions : ClientOptions
{
    private static readonly TimeSpan LongestTimeout = TimeSpan.FromDays(49);

    private readonly List<(HttpPipelinePolicy Policy, HttpPipelinePosition Position)> policies = [];

    /// <summary>The Azure cloud. Default: the global cloud.</summary>
    public AcrCloud Cloud
    {
        get;
        set => field = NotNull(value);
    } = AcrCloud.AzurePublicCloud;

    /// <summary>Resource Manager's api-version for registries. Default <c>2025-11-01</c>; tokens came with <c>2022-12-01</c>.</summary>
    public string ApiVersion
    {
        get;
        set => field = NotNull(value);
    } = "2025-11-01";

    /// <summary>
    /// The subscription, a GUID, of settings that name none. Default: the environment's <c>AZURE_SUBSCRIPTION_ID</c>, else the Azure CLI's default
    /// subscription.
    /// </summary>
    public string? SubscriptionId { get; set; }

    /// <summary>
    /// How long to wait for the service to finish one change, and how long to retry a throttled request before that. Default: 5 minutes.
    /// </summary>
    public TimeSpan OperationTimeout { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>How long a lease's revocation may take, retries included. Default: 30 seconds.</summary>
    public TimeSpan RevokeTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>The clock for expiries and waiting. Default: the system's.</summary>
    public TimeProvider TimeProvider
    {
        get;
        set => field = NotNull(value);
    } = TimeProvider.System;

    /// <summary>The end of the process, as the tasks see it. Default: this process's. Tests use their own.</summary>
    internal ProcessEnd ProcessEnd { get; set; } = ProcessEnd.Current;

    /// <summary>
    /// Asks for confirmation of the text that it is given, for settings with <see cref="IAcrChange.Confirm"/>. Default: null, which asks on the
    /// terminal.
    /// </summary>
    public Func<string, bool>? Prompt { get; set; }

    /// <summary>
    /// Whether to have the CI host mask passwords in its log, if it has a command for that. The command is written to standard output, or to standard
    /// error if standard output is a file. If both are files, nothing is written and a warning is logged. Default: true.
    /// </summary>
    public bool MaskSecrets { get; set; } = true;

    /// <summary>
    /// Whether the command that masks a password is written to standard error only, for programs whose standard output is read by something else than
    /// the CI host. Default: false.
    /// </summary>
    public bool MaskToStandardError { get; set; }

    /// <summary>
    /// Whether GitLab's runner is set up with <c>proxy_exec = true</c> and so obeys <c>::add-mask::</c>. Default: false, since on any other runner
    /// the command itself would show the password. GitHub Actions and Azure Pipelines need no setting; other hosts have no such command.
    /// </summary>
    public bool GitLabProxyExec { get; set; }

    /// <summary>
    /// A policy token that the build has acquired, for policies that ask an external system whether a change is allowed. Sent with every change in
    /// the header <c>x-ms-policy-external-evaluations</c>. Default: none.
    /// </summary>
    public string? PolicyToken { get; set; }

    /// <summary>
    /// Whether to acquire a policy token for each change, with one more request, as the Azure CLI's <c>--acquire-policy-token</c> does. Default:
    /// false. <see cref="ChangeReference"/> implies it.
    /// </summary>
    public bool AcquirePolicyToken { get; set; }

    /// <summary>
    /// The reference of the change that the build belongs to, such as a ticket number, for acquired policy tokens. The Azure CLI's
    /// <c>--change-reference</c>. Default: none.
    /// </summary>
    public string? ChangeReference { get; set; }

    /// <summary>
    /// Receives one line of JSON for each lease when it ends: <c>token</c>, <c>registry</c>, <c>scope</c> or <c>scopeMap</c>, the CI host's
    /// <c>run</c>, <c>minted</c>, <c>expires</c>, <c>ended</c>, <c>how</c> it ended and <c>by</c> what. For an audit log, such as
    /// <c>line => File.AppendAllText("audit.jsonl", line + "\n")</c>. A failed end and a later one are two lines. It never holds a secret. Default:
    /// null, nothing does.
    /// </summary>
    public Action<string>? Audit { get; set; }

    /// <summary>Where the client logs. Default: nowhere. A host such as NUKE sets its own logger instead.</summary>
    public ILogger Logger
    {
        get;
        set => field = NotNull(value);
    } = NullLogger.Instance;

    /// <summary>
    /// Adds a policy to the pipelines of clients created with these options from now on. Call it on this type: a policy added through a variable of
    /// the base type has no effect.
    /// </summary>
    /// <param name="policy">The policy.</param>
    /// <param name="position">The policy's position in the pipeline.</param>
    public new void AddPolicy(HttpPipelinePolicy policy, HttpPipelinePosition position)
    {
        base.AddPolicy(policy, position);
        policies.Add((policy, position));
    }

    /// <summary>An independent copy.</summary>
    internal AcrClientOptions Copy()
    {
        var copy = new AcrClientOptions
        {
            Transport = Transport,
            RetryPolicy = RetryPolicy,
            Retry =
            {
                MaxRetries = Retry.MaxRetries,
                Delay = Retry.Delay,
                MaxDelay = Retry.MaxDelay,
                Mode = Retry.Mode,
                NetworkTimeout = Retry.NetworkTimeout,
            },
            Diagnostics =
            {
                IsLoggingEnabled = Diagnostics.IsLoggingEnabled,
                IsLoggingContentEnabled = Diagnostics.IsLoggingContentEnabled,
                IsTelemetryEnabled = Diagnostics.IsTelemetryEnabled,
                IsDistributedTracingEnabled = Diagnostics.IsDistributedTracingEnabled,
                LoggedContentSizeLimit = Diagnostics.LoggedContentSizeLimit,
                ApplicationId = Diagnostics.ApplicationId,
            },
            Cloud = Cloud,
            ApiVersion = ApiVersion,
            SubscriptionId = SubscriptionId,
            OperationTimeout = OperationTimeout,
            RevokeTimeout = RevokeTimeout,
            TimeProvider = TimeProvider,
            ProcessEnd = ProcessEnd,
            Prompt = Prompt,
            GitLabProxyExec = GitLabProxyExec,
            MaskSecrets = MaskSecrets,
            MaskToStandardError = MaskToStandardError,
            PolicyToken = PolicyToken,
            AcquirePolicyToken = AcquirePolicyToken,
            ChangeReference = ChangeReference,
            Audit = Audit,
            Logger = Logger,
        };
        Replace(copy.Diagnostics.LoggedHeaderNames, Diagnostics.LoggedHeaderNames);
        Replace(copy.Diagnostics.LoggedQueryParameters, Diagnostics.LoggedQueryParameters);
        foreach (var (policy, position) in policies)
            copy.AddPolicy(policy, position);
        return copy;
    }

    internal void Check(Mistakes mistakes)
    {
        Check("OperationTimeout", OperationTimeout);
        Check("RevokeTimeout", RevokeTimeout);

        void Check(string name, TimeSpan timeout)
        {
            mistakes.AddIf(timeout <= TimeSpan.Zero, $"the client's {name} {timeout} is not positive");
            mistakes.AddIf(
                timeout > LongestTimeout,
                $"the client's {name} {timeout} is longer than {LongestTimeout.TotalDays} days, the most that a timer takes"
            );
        }
    }

    private static T NotNull<T>(T value) => value ?? throw new ArgumentNullException(nameof(value));

    private static void Replace(IList<string> list, IList<string> items)
    {
        list.Clear();
        foreach (var item in items)
            list.Add(item);
    }
}
