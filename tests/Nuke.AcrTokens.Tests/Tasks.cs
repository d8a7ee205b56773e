using AcrTokens;
using Azure;
using Azure.Core;
using NSubstitute;
using Nuke.Common.Tooling;
using static Nuke.AcrTokens.AcrTokenTasks;

namespace Nuke.AcrTokens.Tests;

/// <summary>Each task by each of its overloads. In one collection with the logs, since the client belongs to the process.</summary>
[Collection("process")]
public sealed class Tasks : IDisposable
{
    private const string Registry =
        "/subscriptions/12345678-1234-1234-1234-123456789abc/resourceGroups/builds/providers/Microsoft.ContainerRegistry/registries/contoso";

    private readonly AcrClient original = Client;
    private readonly AcrExecutor executor = Substitute.For<AcrExecutor>();

    public Tasks()
    {
        Client = new AcrClient(executor);
        executor.CreateTokenAsync(null!, null!, default, default).ReturnsForAnyArgs(call => new AcrToken { Id = call.Arg<ResourceIdentifier>() });
        executor.UpdateTokenAsync(null!, null!, default, default).ReturnsForAnyArgs(call => new AcrToken { Id = call.Arg<ResourceIdentifier>() });
        executor.GetTokenIfExistsAsync(null!, default).ReturnsForAnyArgs((AcrToken?)null);
        executor
            .GenerateCredentialsAsync(null!, null, null, default)
            .ReturnsForAnyArgs(call => new AcrTokenCredentials { Username = call.Arg<ResourceIdentifier>().Name });
    }

    public void Dispose() => Client = original;

    [Fact]
    public async Task Create_takes_settings_or_a_lambda()
    {
        var settings = new AcrTokenCreateSettings().SetRegistryName(Registry).SetName("a-token").SetScopeMap("_repositories_pull");
        Configure<AcrTokenCreateSettings> lambda = s => s.SetRegistryName(Registry).SetName("a-token").SetScopeMap("_repositories_pull");

        AcrTokenCreate(settings).Name.ShouldBe("a-token");
        AcrTokenCreate(lambda).Name.ShouldBe("a-token");
        (await AcrTokenCreateAsync(settings)).Name.ShouldBe("a-token");
        (await AcrTokenCreateAsync(lambda)).Name.ShouldBe("a-token");
        await executor.ReceivedWithAnyArgs(4).CreateTokenAsync(null!, null!, default, default);
    }

    [Fact]
    public async Task Update_takes_settings_or_a_lambda()
    {
        var settings = new AcrTokenUpdateSettings().SetRegistryName(Registry).SetName("a-token").Disable();
        Configure<AcrTokenUpdateSettings> lambda = s => s.SetRegistryName(Registry).SetName("a-token").Disable();

        AcrTokenUpdate(settings);
        AcrTokenUpdate(lambda);
        await AcrTokenUpdateAsync(settings);
        await AcrTokenUpdateAsync(lambda);

        await executor
            .Received(4)
            .UpdateTokenAsync(
                new ResourceIdentifier($"{Registry}/tokens/a-token"),
                new AcrTokenChanges { Status = AcrTokenStatus.Disabled },
                WaitUntil.Completed,
                Arg.Any<CancellationToken>()
            );
    }

    [Fact]
    public async Task Credential_generate_takes_settings_or_a_lambda()
    {
        var settings = new AcrTokenCredentialGenerateSettings()
            .SetRegistryName(Registry)
            .SetName("a-token")
            .SetPasswordName(AcrTokenPasswordName.Password2);
        Configure<AcrTokenCredentialGenerateSettings> lambda = s =>
            s.SetRegistryName(Registry).SetName("a-token").SetPasswordName(AcrTokenPasswordName.Password2);

        AcrTokenCredentialGenerate(settings).Username.ShouldBe("a-token");
        AcrTokenCredentialGenerate(lambda).Username.ShouldBe("a-token");
        (await AcrTokenCredentialGenerateAsync(settings)).Username.ShouldBe("a-token");
        (await AcrTokenCredentialGenerateAsync(lambda)).Username.ShouldBe("a-token");

        await executor
            .Received(4)
            .GenerateCredentialsAsync(
                new ResourceIdentifier($"{Registry}/tokens/a-token"),
                AcrTokenPasswordName.Password2,
                null,
                Arg.Any<CancellationToken>()
            );
    }

    [Fact]
    public async Task Failure_surfaces_as_itself_and_not_wrapped()
    {
        Configure<AcrTokenMintSettings> nothing = s => s;

        Should.Throw<AcrException>(() => AcrTokenMint(nothing)).Message.ShouldStartWith("AcrTokenMint was not started");
#pragma warning disable ACRT3001 // the refusal is under test
        Should.Throw<AcrException>(() => AcrTokenMint(new AcrTokenMintSettings()));
        await Should.ThrowAsync<AcrException>(() => AcrTokenMintAsync(nothing));
        await Should.ThrowAsync<AcrException>(() => AcrTokenMintAsync(new AcrTokenMintSettings()));
#pragma warning restore ACRT3001
    }

    [Fact]
    public void Client_logs_to_NUKE_unless_it_has_a_log_of_its_own()
    {
        var own = Substitute.For<Microsoft.Extensions.Logging.ILogger>();

        Client = new AcrClient(executor, new AcrClientOptions { Logger = own });
        Client.Logger.ShouldBe(own);
        var quiet = new AcrClient(executor);
        Client = quiet;
        Client.Logger.GetType().Name.ShouldBe("NukeLogger");
        quiet.Logger.GetType().Name.ShouldBe("NullLogger");
    }
}
