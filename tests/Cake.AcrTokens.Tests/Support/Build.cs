using AcrTokens;
using Azure.Core;
using Cake.Core;
using Cake.Core.Diagnostics;
using NSubstitute;

namespace Cake.AcrTokens.Tests;

/// <summary>
/// A Cake build with a substituted executor. Client and open leases belong to the process, so derived tests must be in its collection.
/// </summary>
public abstract class Build : IAsyncLifetime
{
    protected const string Registry =
        "/subscriptions/12345678-1234-1234-1234-123456789abc/resourceGroups/builds/providers/Microsoft.ContainerRegistry/registries/contoso";

    private readonly AcrClient original = AcrTokenAliases.Client;

    protected Build()
    {
        AcrTokenAliases.Client = new AcrClient(Executor);
        Context.Log.Verbosity.Returns(Verbosity.Diagnostic);
        Executor.CreateTokenAsync(null!, null!, default, default).ReturnsForAnyArgs(call => new AcrToken { Id = call.Arg<ResourceIdentifier>() });
        Executor.UpdateTokenAsync(null!, null!, default, default).ReturnsForAnyArgs(call => new AcrToken { Id = call.Arg<ResourceIdentifier>() });
        Executor.GetTokenIfExistsAsync(null!, default).ReturnsForAnyArgs((AcrToken?)null);
        Executor
            .ListTokensAsync(null!, null!, default)
            .ReturnsForAnyArgs(call =>
                new[] { new AcrToken { Id = new ResourceIdentifier($"{call.Arg<ResourceIdentifier>()}/tokens/a-token") } }.ToAsyncEnumerable()
            );
        Executor.ListScopeMapsAsync(null!, null!, default).ReturnsForAnyArgs(_ => AsyncEnumerable.Empty<AcrScopeMap>());
        Executor
            .GetRegistryAsync(null!, default)
            .ReturnsForAnyArgs(call => new AcrRegistry { Id = call.Arg<ResourceIdentifier>(), LoginServer = "contoso.azurecr.io" });
        Executor
            .GenerateCredentialsAsync(null!, null, null, default)
            .ReturnsForAnyArgs(call => new AcrTokenCredentials
            {
                Username = call.Arg<ResourceIdentifier>()?.Name ?? "",
                Passwords =
                [
                    new AcrTokenPassword
                    {
                        Name = AcrTokenPasswordName.Password1,
                        ExpiresOn = call.ArgAt<DateTimeOffset?>(2),
                        Value = new AcrSecret("not-a-password-but-a-canary"),
                    },
                ],
            });
    }

    protected ICakeContext Context { get; } = Substitute.For<ICakeContext>();

    protected AcrExecutor Executor { get; } = Substitute.For<AcrExecutor>();

    /// <summary>The lines in Cake's log, formatted as Cake does.</summary>
    protected IEnumerable<(LogLevel Level, string Text)> Logged =>
        Context
            .Log.ReceivedCalls()
            .Where(call => call.GetMethodInfo().Name == nameof(ICakeLog.Write))
            .Select(call => call.GetArguments())
            .Select(call =>
                ((LogLevel)call[1]!, string.Format(System.Globalization.CultureInfo.InvariantCulture, (string)call[2]!, (object[])call[3]!))
            );

    protected static AcrTokenMintSettings Mint => new AcrTokenMintSettings().SetRegistryName(Registry).SetScopeMap("_repositories_push");

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        foreach (var lease in AcrTokenGuard.OpenLeases)
            await lease.RevokeAsync();
        AcrTokenAliases.DryRun = false;
        AcrTokenAliases.Client = original;
    }
}
