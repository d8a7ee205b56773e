using Azure;
using Azure.Core;
using NSubstitute;
using NSubstitute.ExceptionExtensions;

namespace AcrTokens.Tests;

public sealed class Minting
{
    private readonly SkippingClock clock = new();
    private readonly AcrExecutor executor = Substitutes.Executor();
    private readonly AcrClient client;

    public Minting() => client = new AcrClient(executor, new AcrClientOptions { TimeProvider = clock });

    [Fact]
    public async Task Hands_out_a_lease_of_a_new_token()
    {
        var lease = await client.MintTokenAsync(Substitutes.Mint);

        lease.ShouldSatisfyAllConditions(
            l => l.Name.ShouldMatch("^acrt-20261121t063000z-[0-9a-z]{1,11}-[0-9a-z]{8}$"),
            l => l.ResourceId.ShouldBe($"{Substitutes.Registry}/tokens/{l.Name}"),
            l => l.Password.ShouldReveal(Substitutes.Password),
            l => l.MintedOn.ShouldBe(clock.GetUtcNow()),
            l => l.ExpiresOn.ShouldBe(new DateTimeOffset(2026, 11, 21, 6, 30, 0, TimeSpan.Zero)),
            l => l.RevokedOn.ShouldBeNull()
        );
        await executor
            .Received(1)
            .GenerateCredentialsAsync(
                new ResourceIdentifier(lease.ResourceId),
                AcrTokenPasswordName.Password1,
                lease.ExpiresOn,
                Arg.Any<CancellationToken>()
            );
    }

    [Fact]
    public async Task Names_every_token_anew()
    {
        var leases = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => client.MintTokenAsync(Substitutes.Mint)));

        leases.Select(l => l.Name).Distinct().Count().ShouldBe(100);
    }

    [Fact]
    public async Task Names_at_most_fifty_characters()
    {
        await using var lease = await client.MintTokenAsync(Substitutes.Mint.SetNamePrefix("twelve-chars"));

        lease.Name.Length.ShouldBeLessThanOrEqualTo(50);
        AcrNames.Token().IsMatch(lease.Name).ShouldBeTrue();
    }

    [Theory]
    [InlineData("_repositories_push")]
    [InlineData(
        "/subscriptions/12345678-1234-1234-1234-123456789abc/resourceGroups/builds/providers/Microsoft.ContainerRegistry/registries/contoso/scopeMaps/_repositories_push"
    )]
    public async Task Uses_a_scope_map_by_name_or_id(string scopeMap)
    {
        await using var minted = await client.MintTokenAsync(Substitutes.Mint.SetScopeMap(scopeMap));

        await executor
            .Received(1)
            .CreateTokenAsync(
                Arg.Any<ResourceIdentifier>(),
                Arg.Is<AcrTokenChanges>(c => c.ScopeMapId! == Substitutes.Registry.ScopeMap("_repositories_push") && c.Status == null),
                WaitUntil.Completed,
                Arg.Any<CancellationToken>()
            );
        await executor.DidNotReceiveWithAnyArgs().CreateScopeMapAsync(null!, null!, default, default);
    }

    [Fact]
    public async Task Makes_the_same_scope_map_for_the_same_rights_in_any_order()
    {
        var settings = Substitutes.Mint.ResetScopeMap();
        await using var first = await client.MintTokenAsync(settings.AddRepository("a", AcrPermission.Push).AddRepository("b", AcrPermission.Pull));
        await using var again = await client.MintTokenAsync(
            settings.AddRepository("b", AcrPermission.Pull).AddRepository("a", AcrPermission.Push).AddRepository("a", AcrPermission.Pull)
        );
        await using var push = await client.MintTokenAsync(settings.AddRepository("a", AcrPermission.Push));

        var names = executor
            .ReceivedCalls()
            .Where(c => c.GetMethodInfo().Name == nameof(AcrExecutor.CreateScopeMapAsync))
            .Select(c => ((ResourceIdentifier)c.GetArguments()[0]!).Name)
            .ToList();

        names[1].ShouldBe(names[0]);
        names[2].ShouldNotBe(names[0]);
        names.ShouldAllBe(n => AcrNames.ScopeMap().IsMatch(n));
    }

    [Fact]
    public async Task Leaves_nothing_behind_when_the_password_is_refused()
    {
        executor.GenerateCredentialsAsync(null!, null, null, default).ThrowsAsyncForAnyArgs(new AcrException("refused") { NothingDone = true });

        (await Should.ThrowAsync<AcrException>(client.MintTokenAsync(Substitutes.Mint))).Message.ShouldBe("refused");

        executor.CallNames().ShouldBe(["CreateTokenAsync", "GenerateCredentialsAsync", "DeleteTokenAsync"]);
    }

    [Fact]
    public async Task Deletes_nothing_when_the_token_was_refused()
    {
        executor.CreateTokenAsync(null!, null!, default, default).ThrowsAsyncForAnyArgs(new AcrException("refused") { NothingDone = true });

        await Should.ThrowAsync<AcrException>(client.MintTokenAsync(Substitutes.Mint));

        executor.CallNames().ShouldBe(["CreateTokenAsync"]);
    }

    [Fact]
    public async Task Deletes_what_may_have_been_made_when_the_outcome_is_unknown()
    {
        executor.CreateTokenAsync(null!, null!, default, default).ThrowsAsyncForAnyArgs(new AcrException("no answer"));

        await Should.ThrowAsync<AcrException>(client.MintTokenAsync(Substitutes.Mint));

        executor.CallNames().ShouldBe(["CreateTokenAsync", "DeleteTokenAsync"]);
    }

    [Fact]
    public async Task Rolls_back_when_it_is_cancelled()
    {
        using var cancellation = new CancellationTokenSource();
        executor
            .GenerateCredentialsAsync(null!, null, null, default)
            .ReturnsForAnyArgs<Task<AcrTokenCredentials>>(_ =>
            {
                cancellation.Cancel();
                throw new OperationCanceledException(cancellation.Token);
            });

        await Should.ThrowAsync<OperationCanceledException>(client.MintTokenAsync(Substitutes.Mint, cancellation.Token));

        await executor
            .Received(1)
            .DeleteTokenAsync(Arg.Any<ResourceIdentifier>(), WaitUntil.Completed, Arg.Is<CancellationToken>(t => !t.IsCancellationRequested));
    }

    [Fact]
    public async Task Names_what_is_left_when_rolling_back_fails_too()
    {
        executor.GenerateCredentialsAsync(null!, null, null, default).ThrowsAsyncForAnyArgs(new AcrException("The first failure."));
        executor.DeleteTokenAsync(null!, default, default).ThrowsAsyncForAnyArgs(new AcrException("The second failure."));

        var failure = await Should.ThrowAsync<AcrException>(client.MintTokenAsync(Substitutes.Mint));

        var token = ((ResourceIdentifier)executor.ReceivedCalls().First().GetArguments()[0]!).Name;
        failure.Message.ShouldStartWith("The first failure.");
        failure.Message.ShouldContain($"token '{token}' of registry 'contoso' may be left behind, good until 2026-11-21 06:30:00Z");
        failure.Message.ShouldEndWith("The second failure.");
        failure.InnerException.ShouldBeOfType<AggregateException>().InnerExceptions.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Loses_nothing_of_what_the_service_said_when_rolling_back_fails_too()
    {
        executor
            .GenerateCredentialsAsync(null!, null, null, default)
            .ThrowsAsyncForAnyArgs(
                new AcrException("Busy.")
                {
                    Status = 429,
                    ServiceCode = "TooMany",
                    RetryAfter = TimeSpan.FromSeconds(40),
                }
            );
        executor.DeleteTokenAsync(null!, default, default).ThrowsAsyncForAnyArgs(new AcrException("The second failure."));

        var failure = await Should.ThrowAsync<AcrException>(client.MintTokenAsync(Substitutes.Mint));

        (failure.Status, failure.ServiceCode, failure.RetryAfter).ShouldBe((429, "TooMany", TimeSpan.FromSeconds(40)));
    }

    [Fact]
    public async Task Refuses_an_answer_without_the_password_that_it_asked_for()
    {
        executor
            .GenerateCredentialsAsync(null!, null, null, default)
            .ReturnsForAnyArgs(
                new AcrTokenCredentials
                {
                    Username = "a-token",
                    Passwords =
                    [
                        new AcrTokenPassword { Name = AcrTokenPasswordName.Password2, Value = new AcrSecret(Substitutes.Password) },
                        new AcrTokenPassword { Name = AcrTokenPasswordName.Password1 },
                    ],
                }
            );

        (await Should.ThrowAsync<AcrException>(client.MintTokenAsync(Substitutes.Mint))).Message.ShouldContain("holds no password1");

        executor.CallNames().ShouldContain("DeleteTokenAsync");
    }
}
