using AcrTokens;
using Azure;
using Azure.Core;
using NSubstitute;

namespace Cake.AcrTokens.Tests;

/// <summary>Each form of an alias passes its arguments to the core, and returns the core's result.</summary>
[Collection("process")]
public sealed class Aliases : Build
{
    [Fact]
    public async Task Take_settings_or_a_lambda_and_a_token_or_none()
    {
        using var cancellation = new CancellationTokenSource();
        var settings = new AcrTokenUpdateSettings().SetRegistryName(Registry).SetName("a-token").Disable();
        Func<AcrTokenUpdateSettings, AcrTokenUpdateSettings> lambda = s => s.SetRegistryName(Registry).SetName("a-token").Disable();

        Context.AcrTokenUpdate(settings).Name.ShouldBe("a-token");
        Context.AcrTokenUpdate(lambda).Name.ShouldBe("a-token");
        (await Context.AcrTokenUpdateAsync(settings)).Name.ShouldBe("a-token");
        (await Context.AcrTokenUpdateAsync(lambda)).Name.ShouldBe("a-token");
        (await Context.AcrTokenUpdateAsync(settings, cancellation.Token)).Name.ShouldBe("a-token");
        (await Context.AcrTokenUpdateAsync(lambda, cancellation.Token)).Name.ShouldBe("a-token");

        var (token, changes) = (new ResourceIdentifier($"{Registry}/tokens/a-token"), new AcrTokenChanges { Status = AcrTokenStatus.Disabled });
        await Executor.Received(4).UpdateTokenAsync(token, changes, WaitUntil.Completed, CancellationToken.None);
        await Executor.Received(2).UpdateTokenAsync(token, changes, WaitUntil.Completed, cancellation.Token);
    }

    /// <summary>The fact is that this compiles: a delegate is not a candidate for <c>new()</c>.</summary>
    [Fact]
    public void Take_settings_that_are_made_on_the_spot()
    {
#pragma warning disable ACRT3001, ACRT3002 // the refusal is under test
        Should.Throw<AcrException>(() => Context.AcrTokenMint(new() { RegistryName = "no" })).Message.ShouldStartWith("AcrTokenMint was not started");
        Should
            .Throw<AcrException>(() => Context.AcrTokenRevoke(new AcrTokenRevokeSettings { RegistryName = "no" }))
            .Message.ShouldStartWith("AcrTokenRevoke was not started");
#pragma warning restore ACRT3001, ACRT3002
    }

    [Fact]
    public async Task List_at_once_or_page_by_page()
    {
        Context.AcrTokenList(s => s.SetRegistryName(Registry)).ShouldHaveSingleItem().Name.ShouldBe("a-token");
        (await Context.AcrTokenListAsync(s => s.SetRegistryName(Registry)).ToListAsync()).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Hand_a_lease_to_a_body_and_revoke_it()
    {
        AcrTokenLease? seen = null;

        Context.WithAcrToken(Mint, lease => seen = lease);
        seen.ShouldNotBeNull().RevokedOn.ShouldNotBeNull();
        await Should.ThrowAsync<InvalidOperationException>(() =>
            Context.WithAcrTokenAsync(
                _ => Mint,
                async lease =>
                {
                    await Task.Yield();
                    seen = lease;
                    throw new InvalidOperationException("the push failed");
                }
            )
        );
        seen.RevokedOn.ShouldNotBeNull();
    }

    [Fact]
    public void Fail_as_the_core_does_and_not_wrapped()
    {
#pragma warning disable ACRT3001 // the refusal is under test
        Should.Throw<AcrException>(() => Context.AcrTokenMint(s => s)).Message.ShouldStartWith("AcrTokenMint was not started");
#pragma warning restore ACRT3001
        Should.Throw<ArgumentNullException>(() => Context.AcrTokenMint((AcrTokenMintSettings)null!));
        Should
            .Throw<ArgumentNullException>(() => Context.AcrTokenMint((Func<AcrTokenMintSettings, AcrTokenMintSettings>)null!))
            .ParamName.ShouldBe("configure");
        Should.Throw<ArgumentNullException>(() => AcrTokenAliases.AcrTokenMint(null, Mint)).ParamName.ShouldBe("context");
    }

    [Fact]
    public async Task Revoke_a_lease_at_once_again_or_not_at_all()
    {
        var lease = Context.AcrTokenMint(Mint);

        Context.AcrTokenRevoke(lease);
        await Context.AcrTokenRevokeAsync(lease);
        Context.AcrTokenRevoke((AcrTokenLease?)null);

        lease.RevokedOn.ShouldNotBeNull();
        AcrTokenGuard.OpenLeases.ShouldBeEmpty();
        await Executor.ReceivedWithAnyArgs(1).DeleteTokenAsync(null!, default, default);
    }
}
