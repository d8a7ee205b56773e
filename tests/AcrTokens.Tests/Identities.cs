using Azure;
using Azure.Core;
using NSubstitute;

namespace AcrTokens.Tests;

/// <summary>Naming a token, a scope map or a registry by its id, or by an object that the library returned.</summary>
public sealed class Identities
{
    private readonly AcrExecutor executor = Substitutes.Executor();
    private readonly ResourceIdentifier token = AcrResourceIds.Token(Substitutes.Registry, "a-token");

    [Fact]
    public void Of_a_token_name_its_registry_too()
    {
        var byId = new AcrTokenUpdateSettings().SetResourceId(token.ToString());
        var byToken = new AcrTokenUpdateSettings().SetResourceId(new AcrToken { Id = token });

        byId.RegistryName.ShouldBe(Substitutes.Registry.ToString());
        byId.Name.ShouldBe("a-token");
        byToken.ShouldBe(byId);
    }

    [Fact]
    public void Of_a_scope_map_name_its_registry_too()
    {
        var byId = new AcrScopeMapGetSettings().SetResourceId($"{Substitutes.Registry}/scopeMaps/_repositories_pull");

        byId.RegistryName.ShouldBe(Substitutes.Registry.ToString());
        byId.Name.ShouldBe("_repositories_pull");
        new AcrScopeMapGetSettings().SetResourceId(new AcrScopeMap { Id = Substitutes.Registry.ScopeMap("_repositories_pull") }).ShouldBe(byId);
    }

    [Fact]
    public void Of_a_registry_leave_the_name_alone()
    {
        var settings = new AcrTokenUpdateSettings().SetName("a-token").SetResourceId(Substitutes.Registry.ToString());

        settings.RegistryName.ShouldBe(Substitutes.Registry.ToString());
        settings.Name.ShouldBe("a-token");
        new AcrCredentialRegenerateSettings()
            .SetRegistry(new AcrRegistry { Id = Substitutes.Registry, LoginServer = "" })
            .RegistryName.ShouldBe(Substitutes.Registry.ToString());
    }

    [Theory]
    [InlineData("/subscriptions/12345678-1234-1234-1234-123456789abc/resourceGroups/builds/providers/Microsoft.Storage/storageAccounts/contoso")]
    [InlineData("not an id")]
    public async Task Of_something_else_are_refused(string id) =>
        (
            await Should.ThrowAsync<AcrException>(() =>
                new AcrClient(executor).UpdateTokenAsync(new AcrTokenUpdateSettings().SetName("a-token").SetResourceId(id).Disable())
            )
        ).Message.ShouldContain("names no registry");

    [Fact]
    public async Task Of_a_scope_map_that_was_returned_are_taken_for_a_token()
    {
        var scopeMap = new AcrScopeMap { Id = Substitutes.Registry.ScopeMap("a-map") };

        await new AcrClient(executor).UpdateTokenAsync(new AcrTokenUpdateSettings().SetResourceId(token.ToString()).SetScopeMap(scopeMap));

        await executor
            .Received(1)
            .UpdateTokenAsync(token, new AcrTokenChanges { ScopeMapId = scopeMap.Id }, WaitUntil.Completed, Arg.Any<CancellationToken>());
    }

    [Fact]
    public async Task A_whole_token_can_be_created_again()
    {
        var read = new AcrToken
        {
            Id = token,
            ScopeMapId = Substitutes.Registry.ScopeMap("a-map"),
            Status = AcrTokenStatus.Disabled,
            Passwords = [new AcrTokenPassword { Name = AcrTokenPasswordName.Password1 }],
        };

        await new AcrClient(executor).CreateTokenAsync(new AcrTokenCreateSettings().SetResourceId(read).EnableOverwrite().SetToken(read));
        await new AcrClient(executor).CreateTokenAsync(new AcrTokenCreateSettings().SetResourceId(read).SetName("a-copy").SetToken(read));

        var sent = executor
            .ReceivedCalls()
            .Where(c => c.GetMethodInfo().Name == "CreateTokenAsync")
            .Select(c => (AcrTokenChanges)c.GetArguments()[1]!)
            .ToList();
        sent.ShouldAllBe(c => c.ScopeMapId! == read.ScopeMapId && c.Status == AcrTokenStatus.Disabled && c.Certificates == null);
        sent[0].Passwords.ShouldBe(read.Passwords);
        sent[1].Passwords.ShouldBeNull("a new token has no passwords to keep");
    }
}
