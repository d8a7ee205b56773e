using NSubstitute;

namespace AcrTokens.Tests;

/// <summary>A token that one process mints and another revokes.</summary>
public sealed class Detaching : IAsyncLifetime
{
    private readonly ListLogger log = new();
    private Emulated emulated = null!;

    private AcrTokenRevokeSettings Token => emulated.Of(new AcrTokenRevokeSettings());

    public async Task InitializeAsync()
    {
        emulated = await Emulated.StartAsync(log: log);
    }

    public async Task DisposeAsync() => await emulated.DisposeAsync();

    [Fact]
    public async Task Takes_the_lease_off_the_book_and_says_once_what_is_left()
    {
        var lease = await emulated.Client.MintTokenAsync(emulated.Mint);
        var folder = lease.GetDockerConfig().Directory;

        lease.Detach();
        lease.Detach();
        lease.Dispose();

        AcrTokenGuard.OpenLeases.ShouldNotContain(lease);
        lease.IsDetached.ShouldBeTrue();
        (await lease.CanLogInAsync()).ShouldBeTrue();
        (lease.Password.Reveal().Length > 0).ShouldBeTrue();
        Directory.Exists(folder).ShouldBeFalse();
        Should.Throw<InvalidOperationException>(() => lease.GetDockerConfig()).Message.ShouldContain("is detached");
        log.Lines.Where(l => l.Contains("detached", StringComparison.Ordinal))
            .ShouldBe([
                $"Information: Token {lease.Name} is detached: this process does not revoke it any more. It is good until 2026-11-21 06:30:00Z",
            ]);
    }

    [Fact]
    public async Task Does_not_keep_the_lease_from_being_revoked_after_all()
    {
        var lease = await emulated.Client.MintTokenAsync(emulated.Mint);
        lease.Detach();

        await lease.RevokeAsync();

        emulated.Emulator.Tokens.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Lets_the_end_of_the_process_wait_for_a_revocation_after_all(bool inBackground)
    {
        var executor = Substitutes.Executor();
        var answered = new TaskCompletionSource<AcrToken>(TaskCreationOptions.RunContinuationsAsynchronously);
        executor.UpdateTokenAsync(null!, null!, default, default).ReturnsForAnyArgs(answered.Task);
        var lease = await new AcrClient(executor).MintTokenAsync(Substitutes.Mint);
        lease.Detach();

        if (inBackground)
            lease.BeginRevoke();
        else
            _ = lease.RevokeAsync();

        AcrTokenGuard.OpenLeases.ShouldContain(lease);
        AcrTokenGuard.ForgottenLeases.ShouldNotContain(lease);
        var disposing = lease.DisposeAsync().AsTask();
        disposing.IsCompleted.ShouldBeFalse();
        answered.SetResult(new AcrToken { Id = Substitutes.Registry });
        await disposing;
        AcrTokenGuard.OpenLeases.ShouldNotContain(lease);
    }

    [Fact]
    public async Task During_a_renewal_says_how_long_the_token_may_be_good_and_refuses_the_new_password()
    {
        var executor = Substitutes.Executor();
        var clock = new SkippingClock();
        var lease = await new AcrClient(executor, new AcrClientOptions { TimeProvider = clock, Logger = log }).MintTokenAsync(Substitutes.Mint);
        lease.GetDockerConfig();
        var answered = new TaskCompletionSource<AcrTokenCredentials>(TaskCreationOptions.RunContinuationsAsynchronously);
        var asked = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        executor
            .GenerateCredentialsAsync(null!, null, null, default)
            .ReturnsForAnyArgs(_ =>
            {
                asked.SetResult();
                return answered.Task;
            });
        clock.Advance(TimeSpan.FromMinutes(10));
        var renewing = lease.RenewAsync();
        await asked.Task;

        lease.Detach();
        answered.SetResult(
            new AcrTokenCredentials
            {
                Username = lease.Name,
                Passwords =
                [
                    new AcrTokenPassword
                    {
                        Name = AcrTokenPasswordName.Password2,
                        ExpiresOn = clock.GetUtcNow(),
                        Value = new("not-a-password-but-late"),
                    },
                ],
            }
        );

        (await Should.ThrowAsync<InvalidOperationException>(renewing)).Message.ShouldContain("is detached");
        lease.Password.ShouldReveal(Substitutes.Password);
        log.Lines.ShouldContain(line => line.EndsWith("It is good until 2026-11-21 06:40:00Z", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Is_too_late_once_the_lease_is_revoked()
    {
        var lease = await emulated.Client.MintTokenAsync(emulated.Mint);
        await lease.RevokeAsync();

        Should.Throw<InvalidOperationException>(lease.Detach).Message.ShouldContain("its lease has ended");
    }

    [Fact]
    public async Task Of_a_rehearsed_lease_does_nothing()
    {
        var lease = await emulated.Client.MintTokenAsync(emulated.Mint.EnableWhatIf());

        lease.Detach();

        lease.IsDetached.ShouldBeFalse();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Lets_another_process_attach_and_revoke(bool keepDisabled)
    {
        var minted = await emulated.Client.MintTokenAsync(emulated.Mint);
        minted.Detach();

        var lease = await AcrTokenLease.AttachAsync(emulated.Client, Token.SetName(minted.Name).SetKeepDisabled(keepDisabled));

        AcrTokenGuard.OpenLeases.ShouldContain(lease);
        (lease.Name, lease.ResourceId, lease.ExpiresOn).ShouldBe((minted.Name, minted.ResourceId, minted.ExpiresOn));
        Should.Throw<InvalidOperationException>(() => lease.Password.Reveal());
        lease.Dispose();
        AcrTokenGuard.OpenLeases.ShouldNotContain(lease);
        emulated.Emulator.Tokens.Count(t => !t.Enabled).ShouldBe(keepDisabled ? 1 : 0);
        (await minted.CanLogInAsync()).ShouldBeFalse();
    }

    [Fact]
    public void Lets_nobody_attach_to_a_token_that_is_not_there()
    {
        var failure = Should.Throw<AcrException>(() => AcrTokenLease.Attach(emulated.Client, Token.SetName("nobodys")));

        failure.Status.ShouldBe(404);
        failure.Message.ShouldBe($"There is no token 'nobodys' of registry '{emulated.RegistryId.Name}'.");
    }

    [Fact]
    public void Lets_nobody_attach_without_a_name() =>
        Should.Throw<AcrException>(() => AcrTokenLease.Attach(emulated.Client, Token)).Message.ShouldContain("no token is named");
}
