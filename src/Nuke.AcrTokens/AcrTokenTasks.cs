using AcrTokens;
using Microsoft.Extensions.Logging.Abstractions;
using Nuke.Common.Tooling;

namespace Nuke.AcrTokens;

/// <summary>
/// NUKE's tasks for the tokens of Azure Container Registry. Each takes settings, or a lambda that sets them:
/// <c>AcrTokenMint(s => s.SetRegistryName("contoso").AddRepository("samples/app", AcrPermission.Push))</c>.
/// </summary>
/// <remarks>
/// In a target, call the task itself, or await the <c>…Async</c> one in a lambda with a statement body: NUKE does not await
/// <c>Executes(() => XAsync())</c> when the task returns a value.
/// </remarks>
public static class AcrTokenTasks
{
    private static readonly Lazy<AcrClient> Default = new(() => LoggingToNuke(new AcrClient()));

    private static AcrClient? client;

    /// <summary>
    /// What the tasks go through. Replace it to choose a credential, a cloud, a transport or an executor.
    /// It logs to NUKE's log unless it has a log of its own. Default: <c>DefaultAzureCredential</c> on the global cloud.
    /// </summary>
    public static AcrClient Client
    {
        get => client ?? Default.Value;
        set => client = LoggingToNuke(value);
    }

    /// <inheritdoc cref="AcrClient.CreateTokenAsync"/>
    public static AcrToken AcrTokenCreate(AcrTokenCreateSettings settings) => AcrTokenCreateAsync(settings).GetAwaiter().GetResult();

    /// <inheritdoc cref="AcrClient.CreateTokenAsync"/>
    public static AcrToken AcrTokenCreate(Configure<AcrTokenCreateSettings> configurator) => AcrTokenCreate(configurator.InvokeSafe(new()));

    /// <inheritdoc cref="AcrClient.CreateTokenAsync"/>
    public static Task<AcrToken> AcrTokenCreateAsync(AcrTokenCreateSettings settings, CancellationToken cancellationToken = default) =>
        Client.CreateTokenAsync(settings, cancellationToken);

    /// <inheritdoc cref="AcrClient.CreateTokenAsync"/>
    public static Task<AcrToken> AcrTokenCreateAsync(Configure<AcrTokenCreateSettings> configurator, CancellationToken cancellationToken = default) =>
        AcrTokenCreateAsync(configurator.InvokeSafe(new()), cancellationToken);

    /// <inheritdoc cref="AcrClient.UpdateTokenAsync"/>
    public static AcrToken AcrTokenUpdate(AcrTokenUpdateSettings settings) => AcrTokenUpdateAsync(settings).GetAwaiter().GetResult();

    /// <inheritdoc cref="AcrClient.UpdateTokenAsync"/>
    public static AcrToken AcrTokenUpdate(Configure<AcrTokenUpdateSettings> configurator) => AcrTokenUpdate(configurator.InvokeSafe(new()));

    /// <inheritdoc cref="AcrClient.UpdateTokenAsync"/>
    public static Task<AcrToken> AcrTokenUpdateAsync(AcrTokenUpdateSettings settings, CancellationToken cancellationToken = default) =>
        Client.UpdateTokenAsync(settings, cancellationToken);

    /// <inheritdoc cref="AcrClient.UpdateTokenAsync"/>
    public static Task<AcrToken> AcrTokenUpdateAsync(Configure<AcrTokenUpdateSettings> configurator, CancellationToken cancellationToken = default) =>
        AcrTokenUpdateAsync(configurator.InvokeSafe(new()), cancellationToken);

    /// <inheritdoc cref="AcrClient.GenerateTokenCredentialAsync"/>
    public static AcrTokenCredentials AcrTokenCredentialGenerate(AcrTokenCredentialGenerateSettings settings) =>
        AcrTokenCredentialGenerateAsync(settings).GetAwaiter().GetResult();

    /// <inheritdoc cref="AcrClient.GenerateTokenCredentialAsync"/>
    public static AcrTokenCredentials AcrTokenCredentialGenerate(Configure<AcrTokenCredentialGenerateSettings> configurator) =>
        AcrTokenCredentialGenerate(configurator.InvokeSafe(new()));

    /// <inheritdoc cref="AcrClient.GenerateTokenCredentialAsync"/>
    public static Task<AcrTokenCredentials> AcrTokenCredentialGenerateAsync(AcrTokenCredentialGenerateSettings settings, CancellationToken cancellationToken = default) =>
        Client.GenerateTokenCredentialAsync(settings, cancellationToken);

    /// <inheritdoc cref="AcrClient.GenerateTokenCredentialAsync"/>
    public static Task<AcrTokenCredentials> AcrTokenCredentialGenerateAsync(Configure<AcrTokenCredentialGenerateSettings> configurator, CancellationToken cancellationToken = default) =>
        AcrTokenCredentialGenerateAsync(configurator.InvokeSafe(new()), cancellationToken);

    /// <inheritdoc cref="AcrClient.MintTokenAsync"/>
    public static AcrTokenLease AcrTokenMint(AcrTokenMintSettings settings) => AcrTokenMintAsync(settings).GetAwaiter().GetResult();

    /// <inheritdoc cref="AcrClient.MintTokenAsync"/>
    public static AcrTokenLease AcrTokenMint(Configure<AcrTokenMintSettings> configurator) => AcrTokenMint(configurator.InvokeSafe(new()));

    /// <inheritdoc cref="AcrClient.MintTokenAsync"/>
    public static Task<AcrTokenLease> AcrTokenMintAsync(AcrTokenMintSettings settings, CancellationToken cancellationToken = default) =>
        Client.MintTokenAsync(settings, cancellationToken);

    /// <inheritdoc cref="AcrClient.MintTokenAsync"/>
    public static Task<AcrTokenLease> AcrTokenMintAsync(Configure<AcrTokenMintSettings> configurator, CancellationToken cancellationToken = default) =>
        AcrTokenMintAsync(configurator.InvokeSafe(new()), cancellationToken);

    private static AcrClient LoggingToNuke(AcrClient client)
    {
        ArgumentNullException.ThrowIfNull(client);
        if (client.Logger == NullLogger.Instance)
            client.Logger = new NukeLogger();
        return client;
    }
}
