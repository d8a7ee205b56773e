using System.Net;
using NSubstitute;
using NSubstitute.ExceptionExtensions;

namespace AcrTokens.Tests;

/// <summary>AcrTokenRevoke: ends a token that another job created.</summary>
public sealed class RevocationsByName : IAsyncLifetime
{
    private readonly ListLogger log = new();
    private Emulated emulated = null!;

    private AcrTokenRevokeSettings Revoke => emulated.Of(new AcrTokenRevokeSettings());

    public async Task InitializeAsync()
    {
        emulated = await Emulated.StartAsync(log: log);
    }

    public async Task DisposeAsync() => await emulated.DisposeAsync();

    [Fact]
    public async Task Disable_the_token_and_delete_it()
    {
        var name = await MintAsync();

        await emulated.Client.RevokeTokenAsync(Revoke.SetName(name));

        emulated.Wire.Requests.ShouldBe([$"PATCH tokens/{name}", $"DELETE tokens/{name}"]);
        emulated.Emulator.Tokens.ShouldBeEmpty();
        log.Lines.ShouldContain($"Information: Revoked token {name} in registry {emulated.RegistryId.Name}");
    }

    [Fact]
    public async Task Can_leave_the_token_disabled()
    {
        var name = await MintAsync();

        await emulated.Client.RevokeTokenAsync(Revoke.SetName(name).EnableKeepDisabled());

        emulated.Wire.Requests.ShouldBe([$"PATCH tokens/{name}"]);
        emulated.Emulator.Tokens.ShouldHaveSingleItem().Enabled.ShouldBeFalse();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Of_a_token_that_is_not_there_are_done(bool keepDisabled)
    {
        await emulated.Client.RevokeTokenAsync(Revoke.SetName("nobodys").SetKeepDisabled(keepDisabled));

        emulated.Wire.Requests.ShouldBe(["PATCH tokens/nobodys", "GET tokens/nobodys"]);
        log.Lines.ShouldBe([$"Information: Token nobodys of registry {emulated.RegistryId.Name} was gone already"]);
    }

    [Fact]
    public async Task Twice_are_as_good_as_once()
    {
        var name = await MintAsync();

        await emulated.Client.RevokeTokenAsync(Revoke.SetName(name));
        await emulated.Client.RevokeTokenAsync(Revoke.SetName(name));

        emulated.Emulator.Tokens.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task In_a_registry_that_does_not_exist_fail(bool keepDisabled)
    {
        var elsewhere = AcrResourceIds.Registry(emulated.RegistryId.SubscriptionId!, emulated.RegistryId.ResourceGroupName!, "mistyped");

        var failure = await Should.ThrowAsync<AcrException>(
            emulated.Client.RevokeTokenAsync(
                new AcrTokenRevokeSettings().SetRegistryName(elsewhere.ToString()).SetName("a-token").SetKeepDisabled(keepDisabled)
            )
        );

        failure.Message.ShouldStartWith("Token 'a-token' could not be revoked and is good until its passwords expire, after 1 try.");
        failure.Message.ShouldContain("There is no registry 'mistyped'");
    }

    [Fact]
    public async Task That_are_refused_say_that_the_token_lives()
    {
        var name = await MintAsync();
        emulated.Wire.Answer("PATCH tokens/", HttpStatusCode.Forbidden);
        emulated.Wire.Answer("DELETE tokens/", HttpStatusCode.Forbidden);

        var failure = await Should.ThrowAsync<AcrException>(emulated.Client.RevokeTokenAsync(Revoke.SetName(name)));

        failure.Message.ShouldStartWith(
            $"Token '{name}' could not be revoked and is good until its passwords expire, after 1 try. Could not update token '{name}' of "
                + $"registry '{emulated.RegistryId.Name}' (403)."
        );
        (failure.Status, failure.RequestId).ShouldBe((403, "request-id-of-a-fault"));
    }

    [Fact]
    public async Task Delete_what_cannot_be_disabled()
    {
        var name = await MintAsync();
        emulated.Wire.Answer("PATCH tokens/", HttpStatusCode.Forbidden);

        await emulated.Client.RevokeTokenAsync(Revoke.SetName(name));

        emulated.Emulator.Tokens.ShouldBeEmpty();
    }

    [Fact]
    public async Task Are_tried_as_often_as_a_leases_own()
    {
        var executor = Substitutes.Executor();
        executor.RefuseToEnd(new AcrException("Busy.") { Status = 503, RetryAfter = TimeSpan.FromSeconds(1) });
        var client = new AcrClient(executor, new AcrClientOptions { TimeProvider = new SkippingClock() });

        var failure = await Should.ThrowAsync<AcrException>(client.RevokeTokenAsync(new AcrTokenRevokeSettings().InRegistry().SetName("a-token")));

        executor.CallNames().Count(name => name == "UpdateTokenAsync").ShouldBe(6);
        failure.RetryAfter.ShouldBe(TimeSpan.FromSeconds(1));
    }

    [Fact]
    public async Task Never_count_as_done_because_a_name_says_that_the_token_is_over()
    {
        var executor = Substitutes.Executor();
        executor.RefuseToEnd(new AcrException("No.") { Status = 403 });

        await Should.ThrowAsync<AcrException>(
            new AcrClient(executor).RevokeTokenAsync(new AcrTokenRevokeSettings().InRegistry().SetName("acrt-20201121t063000z-4711-3k9x0m2q"))
        );
    }

    [Fact]
    public async Task Can_be_given_up()
    {
        using var cancellation = new CancellationTokenSource();
        var executor = Substitutes.Executor();
        executor
            .UpdateTokenAsync(null!, null!, default, default)
            .ReturnsForAnyArgs<Task<AcrToken>>(async call =>
            {
                await cancellation.CancelAsync();
                call.Arg<CancellationToken>().ThrowIfCancellationRequested();
                throw new InvalidOperationException("it should have been cancelled");
            });

        await Should.ThrowAsync<OperationCanceledException>(
            new AcrClient(executor).RevokeTokenAsync(new AcrTokenRevokeSettings().InRegistry().SetName("a-token"), cancellation.Token)
        );
    }

    [Fact]
    public async Task That_fail_half_way_say_that_the_token_is_disabled()
    {
        var name = await MintAsync();
        emulated.Wire.Answer("DELETE tokens/", HttpStatusCode.Forbidden);

        var failure = await Should.ThrowAsync<AcrException>(emulated.Client.RevokeTokenAsync(Revoke.SetName(name)));

        failure.Message.ShouldStartWith($"Token '{name}' was disabled, but could not be deleted, after 1 try.");
        emulated.Emulator.Tokens.ShouldHaveSingleItem().Enabled.ShouldBeFalse();
    }

    [Theory]
    [InlineData(HttpStatusCode.TooManyRequests)]
    [InlineData(HttpStatusCode.ServiceUnavailable)]
    [InlineData(HttpStatusCode.Conflict)]
    public async Task Outlast_a_service_that_is_busy(HttpStatusCode status)
    {
        var name = await MintAsync();
        emulated.Wire.Answer("PATCH tokens/", status, times: 2);
        emulated.Wire.Answer("DELETE tokens/", status, times: 2);

        await emulated.Client.RevokeTokenAsync(Revoke.SetName(name));

        emulated.Emulator.Tokens.ShouldBeEmpty();
    }

    [Fact]
    public async Task With_WhatIf_say_both_requests_and_send_none()
    {
        await emulated.Client.RevokeTokenAsync(Revoke.SetName("a-token").EnableWhatIf());
        await emulated.Client.RevokeTokenAsync(Revoke.SetName("another").EnableKeepDisabled().EnableWhatIf());

        emulated.Wire.Sent.ShouldBeEmpty();
        log.Lines.ShouldBe([
            $"Information: What if: PATCH {emulated.RegistryId}/tokens/a-token (status = disabled)",
            $"Information: What if: DELETE {emulated.RegistryId}/tokens/a-token",
            $"Information: What if: PATCH {emulated.RegistryId}/tokens/another (status = disabled)",
        ]);
    }

    [Fact]
    public async Task Need_a_name() =>
        (await Should.ThrowAsync<AcrException>(() => emulated.Client.RevokeTokenAsync(Revoke))).Message.ShouldBe(
            "AcrTokenRevoke was not started, nothing was sent: no token is named (SetName)."
        );

    [Fact]
    public async Task Do_not_take_a_token_for_gone_that_can_be_read()
    {
        var executor = Substitutes.Executor();
        executor.UpdateTokenAsync(null!, null!, default, default).ThrowsAsyncForAnyArgs(new AcrException("Not found.") { Status = 404 });
        executor.DeleteTokenAsync(null!, default, default).ThrowsAsyncForAnyArgs(new AcrException("Not found.") { Status = 404 });
        executor.GetTokenIfExistsAsync(null!, default).ReturnsForAnyArgs(SweptRegistry.Token("a-token"));

        (
            await Should.ThrowAsync<AcrException>(
                new AcrClient(executor).RevokeTokenAsync(new AcrTokenRevokeSettings().InRegistry().SetName("a-token"))
            )
        ).Message.ShouldEndWith("after 1 try. Not found.");
    }

    [Fact]
    public void Delete_the_token_by_default() => new AcrTokenRevokeSettings().KeepDisabled.ShouldBeFalse();

    private async Task<string> MintAsync()
    {
#pragma warning disable ACRT1001 // left behind, as by a build that crashed
        var lease = await emulated.Client.MintTokenAsync(emulated.Mint);
#pragma warning restore ACRT1001
        emulated.Wire.Sent.Clear();
        return lease.Name;
    }
}
