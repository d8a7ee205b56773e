using NSubstitute;
using NSubstitute.ExceptionExtensions;

namespace AcrTokens.Tests;

public sealed class Leases
{
    private static readonly AcrException Refused = new("refused") { Status = 403 };

    private readonly SkippingClock clock = new();
    private readonly AcrExecutor executor = Substitutes.Executor();
    private readonly ListLogger log = new();
    private readonly AcrClient client;

    public Leases() => client = new AcrClient(executor, new AcrClientOptions { TimeProvider = clock, Logger = log });

    [Fact]
    public async Task Disable_then_delete_when_they_are_revoked()
    {
        var lease = await MintAsync();
        clock.Advance(TimeSpan.FromMinutes(5));

        await lease.RevokeAsync();

        executor.CallNames().ShouldBe(["UpdateTokenAsync", "DeleteTokenAsync"]);
        ((AcrTokenChanges)executor.ReceivedCalls().First().GetArguments()[1]!).ShouldBe(new AcrTokenChanges { Status = AcrTokenStatus.Disabled });
        lease.RevokedOn.ShouldBe(lease.MintedOn.AddMinutes(5));
    }

    [Fact]
    public async Task Can_leave_the_token_disabled()
    {
        var lease = await MintAsync(s => s.EnableKeepDisabled());

        await lease.RevokeAsync();

        executor.CallNames().ShouldBe(["UpdateTokenAsync"]);
    }

    [Fact]
    public async Task Are_revoked_once()
    {
        var lease = await MintAsync();

        lease.Revoke();
        lease.Revoke();
        await lease.DisposeAsync();
        lease.Dispose();

        executor.CallNames().ShouldBe(["UpdateTokenAsync", "DeleteTokenAsync"]);
    }

    [Fact]
    public async Task Share_one_revocation_between_callers_at_the_same_time()
    {
        var lease = await MintAsync();
        var disabled = new TaskCompletionSource<AcrToken>(TaskCreationOptions.RunContinuationsAsynchronously);
        executor.UpdateTokenAsync(null!, null!, default, default).ReturnsForAnyArgs(disabled.Task);

        var callers = Enumerable.Range(0, 10).Select(_ => lease.RevokeAsync()).ToList();
        disabled.SetResult(new AcrToken { Id = new(lease.ResourceId) });
        await Task.WhenAll(callers);

        executor.CallNames().ShouldBe(["UpdateTokenAsync", "DeleteTokenAsync"]);
    }

    [Fact]
    public async Task Can_be_revoked_again_after_a_failure()
    {
        var lease = await MintAsync();
        executor
            .UpdateTokenAsync(null!, null!, default, default)
            .ReturnsForAnyArgs(_ => throw Refused, _ => new AcrToken { Id = new(lease.ResourceId) });
        executor.DeleteTokenAsync(null!, default, default).ReturnsForAnyArgs(_ => throw Refused, _ => Task.CompletedTask);

        await Should.ThrowAsync<AcrException>(lease.RevokeAsync());
        lease.RevokedOn.ShouldBeNull();
        await lease.RevokeAsync();

        lease.RevokedOn.ShouldNotBeNull();
        executor.CallNames().ShouldBe(["UpdateTokenAsync", "DeleteTokenAsync", "UpdateTokenAsync", "DeleteTokenAsync"]);
    }

    [Fact]
    public async Task Do_not_disable_again_when_only_the_delete_failed()
    {
        var lease = await MintAsync();
        executor.DeleteTokenAsync(null!, default, default).ReturnsForAnyArgs(_ => throw Refused, _ => Task.CompletedTask);

        await Should.ThrowAsync<AcrException>(lease.RevokeAsync());
        await lease.RevokeAsync();

        executor.CallNames().ShouldBe(["UpdateTokenAsync", "DeleteTokenAsync", "DeleteTokenAsync"]);
    }

    [Fact]
    public async Task Count_a_token_that_is_gone_as_revoked()
    {
        var lease = await MintAsync();
        executor.UpdateTokenAsync(null!, null!, default, default).ThrowsAsyncForAnyArgs(new AcrException("gone") { Status = 404 });

        await lease.RevokeAsync();

        lease.RevokedOn.ShouldNotBeNull();
    }

    [Fact]
    public async Task Waiting_for_a_revocation_can_be_cancelled_and_the_revocation_goes_on()
    {
        var lease = await MintAsync();
        var disabled = new TaskCompletionSource<AcrToken>(TaskCreationOptions.RunContinuationsAsynchronously);
        executor.UpdateTokenAsync(null!, null!, default, default).ReturnsForAnyArgs(disabled.Task);
        using var cancellation = new CancellationTokenSource();

        var waiting = lease.RevokeAsync(cancellation.Token);
        await cancellation.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(waiting);
        disabled.SetResult(new AcrToken { Id = new(lease.ResourceId) });
        await lease.RevokeAsync();

        executor.CallNames().ShouldBe(["UpdateTokenAsync", "DeleteTokenAsync"]);
    }

    [Fact]
    public async Task Never_hide_the_exception_of_their_body()
    {
        executor.RefuseToEnd(Refused);

        var failure = await Should.ThrowAsync<InvalidOperationException>(async () =>
        {
            await using var lease = await MintAsync();
            throw new InvalidOperationException("the body's own");
        });

        failure.Message.ShouldBe("the body's own");
        log.Lines.ShouldContain(l =>
            l.StartsWith("Error: Token 'acrt-", StringComparison.Ordinal)
            && l.Contains("could not be revoked and is good until 2026-11-21 06:30:00Z, after 1 try. refused", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task Reveal_their_password_no_more_once_they_are_revoked()
    {
        var lease = await MintAsync();
        lease.Password.ShouldReveal(Substitutes.Password);

        await lease.RevokeAsync();

        Should.Throw<InvalidOperationException>(() => lease.Password.Reveal()).Message.ShouldContain("its lease has ended");
        await Should.ThrowAsync<InvalidOperationException>(() => lease.GetDockerConfigAsync());
    }

    [Fact]
    public async Task Have_one_docker_config_and_remove_it_also_when_revoking_fails()
    {
        var lease = await MintAsync();
        executor.RefuseToEnd(Refused);
        var folder = lease.GetDockerConfig().Directory;
        lease.GetDockerConfig().Directory.ShouldBe(folder);
        Directory.Exists(folder).ShouldBeTrue();

        await Should.ThrowAsync<AcrException>(lease.RevokeAsync());

        Directory.Exists(folder).ShouldBeFalse();
    }

    [Fact]
    public async Task Give_the_docker_config_that_they_had_no_more_once_they_are_revoked()
    {
        var lease = await MintAsync();
        lease.GetDockerConfig();

        await lease.RevokeAsync();

        await Should.ThrowAsync<InvalidOperationException>(() => lease.GetDockerConfigAsync());
    }

    [Fact]
    public async Task Make_no_docker_config_while_they_are_being_revoked()
    {
        var lease = await MintAsync();
        var disabled = new TaskCompletionSource<AcrToken>(TaskCreationOptions.RunContinuationsAsynchronously);
        var disabling = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        executor
            .UpdateTokenAsync(null!, null!, default, default)
            .ReturnsForAnyArgs(_ =>
            {
                disabling.SetResult();
                return disabled.Task;
            });

        var revoking = lease.RevokeAsync();
        await disabling.Task;
        await Should.ThrowAsync<InvalidOperationException>(() => lease.GetDockerConfigAsync());
        disabled.SetResult(new AcrToken { Id = new(lease.ResourceId) });
        await revoking;
    }

    [Fact]
    public async Task Know_their_login_server_without_a_request_when_they_were_named_by_it()
    {
        var lease = await MintAsync(s => s.SetRegistryName("Contoso-0a1b.azurecr.io"));

        lease.GetLoginServer().ShouldBe("contoso-0a1b.azurecr.io");

        lease.ResourceId.ShouldStartWith($"{Substitutes.Registry}/tokens/");
        executor.CallNames().ShouldBeEmpty();
    }

    [Fact]
    public async Task Say_what_they_do_and_no_password()
    {
        var lease = await MintAsync();
        await lease.RevokeAsync();

        log.Lines.ShouldBe([
            $"Information: Minted token {lease.Name} in registry contoso, good until 2026-11-21 06:30:00Z",
            $"Information: Revoked token {lease.Name}",
        ]);
        $"{lease} {lease.Password}".ShouldBe($"{lease.Name} [REDACTED]");
    }

    private async Task<AcrTokenLease> MintAsync(Func<AcrTokenMintSettings, AcrTokenMintSettings>? configure = null)
    {
        var lease = await client.MintTokenAsync(configure?.Invoke(Substitutes.Mint) ?? Substitutes.Mint);
        executor.ClearReceivedCalls();
        return lease;
    }
}
