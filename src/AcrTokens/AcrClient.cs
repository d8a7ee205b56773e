using Azure.Core;
using Microsoft.Extensions.Logging;

namespace AcrTokens;

/// <summary>
/// The tasks on the tokens of Azure Container Registry, for any host. Each checks its settings before the first request
/// and fails with an <see cref="AcrException"/>. One client serves a whole build, from any thread.
/// </summary>
public sealed class AcrClient
{
    private readonly AcrClientOptions options;
    private readonly Lazy<IAcrExecutor> executor;
    private readonly Lazy<TokenServer> tokenServer;

    /// <summary>Makes a client that talks to Azure's Resource Manager.</summary>
    /// <param name="credential">Who is asking. Default: <c>DefaultAzureCredential</c> of Azure.Identity, made at the first request.</param>
    /// <param name="options">How to talk to Azure.</param>
    public AcrClient(TokenCredential? credential = null, AcrClientOptions? options = null)
    {
        this.options = options ?? new AcrClientOptions();
        executor = new(() => new ArmExecutor(credential ?? this.options.Cloud.CreateDefaultCredential(), this.options));
        tokenServer = new(() => new TokenServer(this.options));
        Registries = new RegistryResolver(this);
        Logger = this.options.Logger;
    }

    /// <summary>Makes a client on another executor, such as a substitute in a test.</summary>
    /// <param name="executor">What carries the tasks' requests out.</param>
    /// <param name="options">Its clock and its log; the rest is the executor's own matter.</param>
    public AcrClient(IAcrExecutor executor, AcrClientOptions? options = null)
        : this((TokenCredential?)null, options)
    {
        ArgumentNullException.ThrowIfNull(executor);
        this.executor = new(executor);
    }

    /// <summary>Where the client's news go. Default: that of its options.</summary>
    public ILogger Logger { get; set; }

    internal IAcrExecutor Executor => executor.Value;

    internal TokenServer TokenServer => tokenServer.Value;

    internal RegistryResolver Registries { get; }

    internal TimeProvider Clock => options.TimeProvider;

    /// <summary>Creates a token, without a password. Refuses where one of that name exists, unless told to overwrite it.</summary>
    /// <returns>The token as the service finished it.</returns>
    /// <exception cref="AcrException">The settings are wrong, or the service refused.</exception>
    public Task<AcrToken> CreateTokenAsync(AcrTokenCreateSettings settings, CancellationToken cancellationToken = default) =>
        new CreateToken(this).RunAsync(Checked(settings), cancellationToken);

    /// <summary>Changes a token; what is not set stays as it is.</summary>
    /// <returns>The token as the service finished it.</returns>
    /// <exception cref="AcrException">The settings are wrong, or the service refused.</exception>
    public Task<AcrToken> UpdateTokenAsync(AcrTokenUpdateSettings settings, CancellationToken cancellationToken = default) =>
        new UpdateToken(this).RunAsync(Checked(settings), cancellationToken);

    /// <summary>Generates one password or both. Their values are in this answer only, and can never be read again.</summary>
    /// <returns>The token's passwords; those generated now carry their value.</returns>
    /// <exception cref="AcrException">The settings are wrong, or the service refused.</exception>
    public Task<AcrTokenCredentials> GenerateTokenCredentialAsync(AcrTokenCredentialGenerateSettings settings, CancellationToken cancellationToken = default) =>
        new GenerateTokenCredential(this).RunAsync(Checked(settings), cancellationToken);

    /// <summary>Mints a token of its own for one build: least scope, one password that expires. Rolls back what it began when it fails.</summary>
    /// <returns>The lease. Revoke or dispose it.</returns>
    /// <exception cref="AcrException">The settings are wrong, or the service refused; the message names what could not be rolled back.</exception>
    public Task<AcrTokenLease> MintTokenAsync(AcrTokenMintSettings settings, CancellationToken cancellationToken = default) =>
        new MintToken(this).RunAsync(Checked(settings), cancellationToken);

    private T Checked<T>(T settings)
        where T : AcrSettings
    {
        ArgumentNullException.ThrowIfNull(settings);

        var mistakes = new Mistakes();
        settings.Check(mistakes, Clock.GetUtcNow());
        options.Cloud.Check(mistakes);
        RegistryResolver.Check(settings, mistakes);
        mistakes.ThrowIfAny(settings.Task);
        return settings;
    }
}
