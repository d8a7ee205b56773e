using Azure;
using Azure.Core;
using NSubstitute;

namespace AcrTokens.Tests;

public sealed class TokenCreation
{
    private readonly AcrExecutor executor = Substitutes.Executor();
    private readonly AcrTokenCreateSettings settings = new AcrTokenCreateSettings().InRegistry().SetName("a-token").SetScopeMap("_repositories_pull");

    [Fact]
    public async Task Refuses_a_token_that_exists_because_its_passwords_would_be_lost()
    {
        executor.GetTokenIfExistsAsync(null!, default).ReturnsForAnyArgs(call => new AcrToken { Id = call.Arg<ResourceIdentifier>() });

        var refusal = await Should.ThrowAsync<AcrException>(new AcrClient(executor).CreateTokenAsync(settings));

        refusal.Message.ShouldBe(
            "Could not create token 'a-token' of registry 'contoso': it exists, and creating it anew would wipe its passwords. Update it, "
                + "or say EnableOverwrite."
        );
        await executor.DidNotReceiveWithAnyArgs().CreateTokenAsync(null!, null!, default, default);
    }

    [Fact]
    public async Task Overwrites_when_told_to()
    {
        await new AcrClient(executor).CreateTokenAsync(settings.EnableOverwrite());

        executor.CallNames().ShouldBe(["CreateTokenAsync"]);
    }

    [Fact]
    public async Task Sends_only_what_was_set()
    {
        await new AcrClient(executor).CreateTokenAsync(settings);

        await executor
            .Received(1)
            .CreateTokenAsync(
                AcrResourceIds.Token(Substitutes.Registry, "a-token"),
                new AcrTokenChanges { ScopeMapId = Substitutes.Registry.ScopeMap("_repositories_pull") },
                WaitUntil.Completed,
                Arg.Any<CancellationToken>()
            );
    }

    [Fact]
    public async Task Needs_a_name_and_a_scope_map()
    {
        var refusal = await Should.ThrowAsync<AcrException>(() =>
            new AcrClient(executor).CreateTokenAsync(new AcrTokenCreateSettings().InRegistry())
        );

        refusal.Message.ShouldBe(
            "AcrTokenCreate was not started, nothing was sent: no token is named (SetName); no scope map is named (SetScopeMap)."
        );
    }
}
