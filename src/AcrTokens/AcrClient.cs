using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Azure.Core;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace AcrTokens;

/// <summary>
/// The tasks on Azure Container Registry's tokens, for any host. Each task validates its settings before the first request and fails with an
/// <see cref="AcrException"/>. One client serves a whole build, from any thread.
/// </summary>
public sealed partial class AcrClient
{
    // Logged once a process, however many clients it has.
    private static int unmasked;

    private readonly TokenCredential? credential;
    private readonly AcrCloud cloud;
    private readonly AcrClientOptions options;
    private readonly bool asksAzure; // a custom executor brings its own cloud and credential
    private readonly Lazy<AcrExecutor> executor;
    private readonly Lazy<TokenServer> tokenServer;
    private readonly ConcurrentDictionary<(TokenCredential?, AcrCloud), AcrClient> others = [];
    private readonly Careful audit;
    private readonly ConcurrentDictionary<string, Pace> paces = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Creates a client that talks to Azure Resource Manager.</summary>
    /// <param name="credential">The identity to sign in with. Default: <c>DefaultAzureCredential</c> of Azure.Identity, created at the first
    /// request.</param>
    /// <param name="options">The client's options.</param>
    [OverloadResolutionPriority(1)] // a null is no credential, rather than no executor
    public AcrClient(TokenCredential? credential = null, AcrClientOptions? options = null)
        : this(credential, null, null, options ?? new AcrClientOptions()) { }

    /// <summary>Creates a client on a custom executor, such as a substitute in a test.</summary>
    /// <param name="executor">The executor that sends the tasks' requests.</param>
    /// <param name="options">The clock, logger and prompt are used; everything else is up to the executor.</param>
    public AcrClient(AcrExecutor executor, AcrClientOptions? options = null)
        : this(null, null, executor, options ?? new AcrClientOptions()) => ArgumentNullException.ThrowIfNull(executor);

    private AcrClient(TokenCredential? credential, AcrCloud? cloud, AcrExecutor? executor, AcrClientOptions options, AcrClient? root = null)
    {
        Root = root ?? this;
        this.credential = credential;
        this.options = options = options.Copy();
        asksAzure = executor is null;
        this.cloud = cloud ?? options.Cloud;
        Log = new CarefulLogger(Logger, ProcessEnd);
        audit = new Careful(ProcessEnd);
        Time = new ServiceTime(Clock);
        this.executor = new(() =>
            executor
            ?? new ArmExecutor(
                new BoundedCredential(() => credential ?? this.cloud.CreateDefaultCredential(), options.OperationTimeout, Clock),
                this.cloud,
                options,
                Log
            )
        );
        tokenServer = new(() => new TokenServer(options, Log));
        Registries = new RegistryResolver(this);
    }

    /// <summary>The logger of the client's options.</summary>
    public ILogger Logger => options.Logger;

    /// <summary>The logger as the tasks use it: a logger that throws or blocks does not make them fail.</summary>
    internal ILogger Log { get; }

    /// <summary>The client that the build created: a client for settings with a credential or cloud of their own has another one.</summary>
    internal AcrClient Root { get; }

    /// <summary>The time on the service's clock.</summary>
    internal ServiceTime Time { get; }

    /// <summary>The same client with another logger.</summary>
    internal AcrClient WithLogger(ILogger logger) => new(credential, cloud, asksAzure ? null : Executor, OptionsWith(logger));

    internal ProcessEnd ProcessEnd => options.ProcessEnd;

    internal AcrExecutor Executor => executor.Value;

    internal TokenServer TokenServer => tokenServer.Value;

    internal RegistryResolver Registries { get; }

    internal TimeProvider Clock => options.TimeProvider;

    /// <summary>The pace of deletions in the registry's subscription, shared by all its sweeps.</summary>
    internal Pace PaceOf(ResourceIdentifier registry) => paces.GetOrAdd(registry.SubscriptionId ?? "", _ => new Pace(Clock));

    internal string? SubscriptionId => options.SubscriptionId;

    internal TimeSpan RevokeTimeout => options.RevokeTimeout;

    /// <summary>Logs an item of a list that cannot be read and is skipped.</summary>
    internal void TellOdd(AcrException odd) => Log.LogWarning("Passed over: {Failure:l}", odd.Message);

    /// <summary>Passes on how a lease ended, if the build wants to know.</summary>
    internal void WriteAudit(LeaseAudit lease)
    {
        if (options.Audit is { } write)
            audit.Run(() => write(lease.ToJson()));
    }

    /// <summary>
    /// Masks passwords from the service in the CI host's log and in <see cref="AcrRedaction"/>. Must be called before anything else uses them.
    /// </summary>
    /// <param name="credentials">Null from a substitute without a configured result.</param>
    internal void Hide(AcrTokenCredentials? credentials) => Hide(credentials?.Username, credentials?.Passwords.Select(p => p.Value));

    /// <inheritdoc cref="Hide(AcrTokenCredentials)"/>
    internal void Hide(AcrAdminCredential? credential) => Hide(credential?.Username, [credential?.Password, credential?.Password2]);

    private void Hide(string? username, IEnumerable<AcrSecret?>? passwords)
    {
        if (username is null || passwords is null)
            return;

        string[] forms = [.. passwords.OfType<AcrSecret>().SelectMany(password => AcrRedaction.Add(username, password))];
        var host = CiHost.Detect();
        if (host is not null)
            host = host with { HasProxyExec = options.GitLabProxyExec };
        Func<Stream?> open = options.MaskToStandardError ? HostStream.OpenErrors : HostStream.Open;
        if (options.MaskSecrets && !SecretMask.Write(host, forms, open) && Interlocked.Exchange(ref unmasked, 1) == 0)
            Log.LogWarning(
                "{Host:l} was not told to hide the password: neither standard output nor standard error leads to it. Let one of them "
                    + "through to have it masked, or turn MaskSecrets off",
                host?.Kind.Name
            );
    }

    /// <summary>Validates a task's settings and the client's options, as the task does before its first request. Sends nothing.</summary>
    /// <param name="settings">The task's settings.</param>
    /// <returns>A phrase for each mistake; empty if there is none.</returns>
    public IReadOnlyList<string> FindMistakes(AcrSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        return Chosen(settings).Check(settings).Found;
    }

    /// <summary>The client that runs a task with these settings, after validating them.</summary>
    private AcrClient For(AcrSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        var client = Chosen(settings);
        client.Check(settings).ThrowIfAny(settings.Task);
        if (settings is IAcrChange { WhatIf: true })
            return client.Rehearsing(settings);
        if (settings is IAcrChange { Confirm: true })
            Confirmation.Ask(settings, client.options.Prompt);
        return client;
    }

    private AcrClient Chosen(AcrSettings settings)
    {
        if (settings.Client is { } chosen && chosen != this)
            return chosen.Chosen(settings);

        return settings.Credential is null && settings.Cloud is null ? this : Other(settings.Credential ?? credential, settings.Cloud ?? cloud);
    }

    private Mistakes Check(AcrSettings settings)
    {
        var mistakes = new Mistakes();
        settings.Check(mistakes, Time.Now);
        options.Check(mistakes);
        cloud.Check(mistakes);
        var subscription = RegistryResolver.Check(settings, cloud, options.SubscriptionId, mistakes);
        if (asksAzure)
            CloudAgreement.Check(settings, cloud, credential, subscription, mistakes);
        return mistakes;
    }

    // Has neither logger nor audit log, since there is nothing to report.
    private AcrClient Rehearsing(AcrSettings settings)
    {
        var executor = new WhatIfExecutor(Logger, settings.SendsNothing ? null : Executor);
        var quiet = OptionsWith(NullLogger.Instance);
        quiet.Audit = null;
        return new AcrClient(null, null, executor, quiet);
    }

    // Kept so that tasks with the same credential share its access token.
    private AcrClient Other(TokenCredential? credential, AcrCloud cloud) =>
        others.GetOrAdd((credential, cloud), key => new AcrClient(key.Item1, key.Item2, null, options, Root));

    private AcrClientOptions OptionsWith(ILogger logger)
    {
        var copy = options.Copy();
        copy.Logger = logger;
        return copy;
    }
}
