using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Azure.Core;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace AcrTokens;

/// <summary>
/// The tasks on the tokens of Azure Container Registry, for any host. Each checks its settings before the first request
/// and fails with an <see cref="AcrException"/>. One client serves a whole build, from any thread.
/// </summary>
public sealed partial class AcrClient
{
    // Said once of a process, whatever its clients.
    private static int unmasked;

    private readonly TokenCredential? credential;
    private readonly AcrCloud cloud;
    private readonly AcrClientOptions options;
    private readonly bool asksAzure; // with an executor of somebody's, cloud and credential are that one's own matter
    private readonly Lazy<AcrExecutor> executor;
    private readonly Lazy<TokenServer> tokenServer;
    private readonly ConcurrentDictionary<(TokenCredential?, AcrCloud), AcrClient> others = [];
    private readonly ConcurrentDictionary<string, Pace> paces = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Makes a client that talks to Azure's Resource Manager.</summary>
    /// <param name="credential">Who is asking. Default: <c>DefaultAzureCredential</c> of Azure.Identity, made at the first request.</param>
    /// <param name="options">How to talk to Azure.</param>
    [OverloadResolutionPriority(1)] // a null is no credential, rather than no executor
    public AcrClient(TokenCredential? credential = null, AcrClientOptions? options = null)
        : this(credential, null, null, options ?? new AcrClientOptions()) { }

    /// <summary>Makes a client on another executor, such as a substitute in a test.</summary>
    /// <param name="executor">What carries the tasks' requests out.</param>
    /// <param name="options">Its clock, its log and its prompt; the rest is the executor's own matter.</param>
    public AcrClient(AcrExecutor executor, AcrClientOptions? options = null)
        : this(null, null, executor, options ?? new AcrClientOptions()) => ArgumentNullException.ThrowIfNull(executor);

    private AcrClient(TokenCredential? credential, AcrCloud? cloud, AcrExecutor? executor, AcrClientOptions options)
    {
        this.credential = credential;
        this.options = options = options.Copy();
        asksAzure = executor is null;
        this.cloud = cloud ?? options.Cloud;
        Log = new CarefulLogger(() => Logger, ProcessEnd);
        Time = new ServiceTime(Clock);
        this.executor = new(() =>
            executor
            ?? new ArmExecutor(
                new BoundedCredential(() => credential ?? this.cloud.CreateDefaultCredential(), options.OperationTimeout, Clock),
                this.cloud,
                options,
                () => Log
            )
        );
        tokenServer = new(() => new TokenServer(options, () => Log));
        Registries = new RegistryResolver(this);
    }

    /// <summary>Where the client logs: that of its options.</summary>
    public ILogger Logger => options.Logger;

    /// <summary>Where the tasks write: the same, but what becomes of it does not become of them.</summary>
    internal ILogger Log { get; }

    /// <summary>The time on the service's clock.</summary>
    internal ServiceTime Time { get; }

    /// <summary>The same client, with another log.</summary>
    internal AcrClient WithLogger(ILogger logger) => new(credential, cloud, asksAzure ? null : Executor, OptionsWith(logger));

    internal ProcessEnd ProcessEnd => options.ProcessEnd;

    internal AcrExecutor Executor => executor.Value;

    internal TokenServer TokenServer => tokenServer.Value;

    internal RegistryResolver Registries { get; }

    internal TimeProvider Clock => options.TimeProvider;

    /// <summary>How fast to delete in the registry's subscription, shared by all sweeps of it.</summary>
    internal Pace PaceOf(ResourceIdentifier registry) => paces.GetOrAdd(registry.SubscriptionId ?? "", _ => new Pace(Clock));

    internal string? SubscriptionId => options.SubscriptionId;

    internal TimeSpan RevokeTimeout => options.RevokeTimeout;

    /// <summary>An item of a list that cannot be read is passed over, and not in silence.</summary>
    internal void TellOdd(AcrException odd) => Logger.LogWarning("Passed over: {Failure:l}", odd.Message);

    /// <summary>
    /// To be called before anything else is done with passwords that the service sent: hides them in the CI host's log, and from
    /// <see cref="AcrRedaction"/>.
    /// </summary>
    /// <param name="credentials">Null from a substitute that was not told what to answer.</param>
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

    /// <summary>
    /// Everything that is wrong with a task's settings, and with the client's own: what the task would fail with before its first request. Sends
    /// nothing.
    /// </summary>
    /// <param name="settings">The task's settings.</param>
    /// <returns>A phrase for each mistake; none where the task would begin.</returns>
    public IReadOnlyList<string> FindMistakes(AcrSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        return Chosen(settings).Check(settings).Found;
    }

    /// <summary>The client that carries out a task with these settings, once they are checked.</summary>
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

    // Without a log, since there is nothing to report.
    private AcrClient Rehearsing(AcrSettings settings)
    {
        var executor = new WhatIfExecutor(Logger, settings.SendsNothing ? null : Executor);
        return new AcrClient(null, null, executor, OptionsWith(NullLogger.Instance));
    }

    // Kept, so that tasks with the same credential share its access token.
    private AcrClient Other(TokenCredential? credential, AcrCloud cloud) =>
        others.GetOrAdd((credential, cloud), key => new AcrClient(key.Item1, key.Item2, null, options));

    private AcrClientOptions OptionsWith(ILogger logger)
    {
        var copy = options.Copy();
        copy.Logger = logger;
        return copy;
    }
}
