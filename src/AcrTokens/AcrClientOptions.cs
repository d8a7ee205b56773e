using Azure.Core;
using Azure.Core.Pipeline;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace AcrTokens;

/// <summary>
/// How an <see cref="AcrClient"/> talks to Azure. Transport, retries and diagnostics are Azure.Core's own, but for what Azure throttles
/// (429) or answers with a <c>Retry-After</c>: see <see cref="AcrThrottling"/>. A client takes its options when it is made: what is set later does
/// not reach it.
/// Content logging stays off, since answers carry passwords, and so does the <c>Authorization</c> header, also where <c>*</c> asks for all.
/// </summary>
public sealed class AcrClientOptions : ClientOptions
{
    private static readonly TimeSpan LongestTimeout = TimeSpan.FromDays(49);

    private readonly List<(HttpPipelinePolicy Policy, HttpPipelinePosition Position)> policies = [];

    /// <summary>Which Azure. Default: the global cloud.</summary>
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
    /// How long to wait for the service to finish one change, and before that for a request that it throttles to be taken. Default 5 minutes.
    /// </summary>
    public TimeSpan OperationTimeout { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>How long a lease's revocation may take, with all its tries. Default 30 seconds.</summary>
    public TimeSpan RevokeTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>The clock for expiries and waiting. Default: the system's.</summary>
    public TimeProvider TimeProvider
    {
        get;
        set => field = NotNull(value);
    } = TimeProvider.System;

    /// <summary>The end of the process, as the tasks see it. Default: that of this process; a test has one of its own.</summary>
    internal ProcessEnd ProcessEnd { get; set; } = ProcessEnd.Current;

    /// <summary>
    /// Asks somebody to confirm what it is given, for settings with <see cref="IAcrChange.Confirm"/>. Default null: on the terminal.
    /// </summary>
    public Func<string, bool>? Prompt { get; set; }

    /// <summary>
    /// Whether the CI host is told to hide passwords in its log, where it has a command for that. The command goes to standard output, or to
    /// standard error where standard output is a file; where both are, nothing is written, and a warning says so. Default true.
    /// </summary>
    public bool MaskSecrets { get; set; } = true;

    /// <summary>
    /// Whether the command that hides a password goes to standard error alone, for a program whose standard output is read by something else than the
    /// CI host. Default false.
    /// </summary>
    public bool MaskToStandardError { get; set; }

    /// <summary>
    /// Whether GitLab's runner was set up with <c>proxy_exec = true</c>, and so hides what <c>::add-mask::</c> tells it.
    /// Default false: on any other runner the command itself would show the password. On GitHub Actions and Azure Pipelines
    /// passwords are masked without being asked; other hosts have no such command.
    /// </summary>
    public bool GitLabProxyExec { get; set; }

    /// <summary>
    /// A policy token that the build has acquired: sent with every change, in the header <c>x-ms-policy-external-evaluations</c>, for policies that
    /// ask
    /// another system whether the change is allowed. Default: none.
    /// </summary>
    public string? PolicyToken { get; set; }

    /// <summary>
    /// Whether a policy token is acquired for each change, with one more request, as the Azure CLI's <c>--acquire-policy-token</c> does. Default
    /// false;
    /// <see cref="ChangeReference"/> implies it.
    /// </summary>
    public bool AcquirePolicyToken { get; set; }

    /// <summary>
    /// The reference of the change that the build belongs to, such as a ticket's number, for the policy tokens that are acquired: the Azure CLI's
    /// <c>--change-reference</c>. Default: none.
    /// </summary>
    public string? ChangeReference { get; set; }

    /// <summary>Where the client's news go. Default: nowhere; a host such as NUKE sets its own log instead.</summary>
    public ILogger Logger
    {
        get;
        set => field = NotNull(value);
    } = NullLogger.Instance;

    /// <summary>
    /// Adds a policy to the pipelines of the clients that are made with these options from now on. Call it on this type: what is added through a
    /// variable of the base type reaches none.
    /// </summary>
    /// <param name="policy">The policy.</param>
    /// <param name="position">Where.</param>
    public new void AddPolicy(HttpPipelinePolicy policy, HttpPipelinePosition position)
    {
        base.AddPolicy(policy, position);
        policies.Add((policy, position));
    }

    /// <summary>The same, apart: what is set in one of them later does not show in the other.</summary>
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
