using AcrTokens;
using Azure.Core;
using NSubstitute;
using static Nuke.AcrTokens.AcrTokenTasks;

namespace Nuke.AcrTokens.Tests;

/// <summary>A task for each of several settings: the degree of parallelism, and the effect of a failure on the others.</summary>
[Collection("process")]
public sealed class CombinatorialTasks : IDisposable
{
    private const string Registry =
        "/subscriptions/12345678-1234-1234-1234-123456789abc/resourceGroups/builds/providers/Microsoft.ContainerRegistry/registries/contoso";
    private static readonly string[] Names = ["token-1", "token-2", "token-3", "token-4"];

    private readonly AcrClient original = Client;
    private readonly AcrExecutor executor = Substitute.For<AcrExecutor>();

    public CombinatorialTasks() => Client = new AcrClient(executor);

    public void Dispose() => Client = original;

    [Fact]
    public void Give_each_settings_with_its_result_in_order()
    {
        Answer(name => new AcrToken { Id = new($"{Registry}/tokens/{name}") });

        var results = AcrTokenGet(s => s.SetRegistryName(Registry).CombineWith(Names, (t, name) => t.SetName(name)), degreeOfParallelism: 3);

        results.Select(r => r.Settings.Name).ShouldBe(Names);
        results.Select(r => r.Result.Name).ShouldBe(Names);
    }

    [Fact]
    public async Task Run_up_to_so_many_at_once()
    {
        var gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var two = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var running = 0;
        var tooMany = false;
        executor
            .GetTokenIfExistsAsync(null!, default)
            .ReturnsForAnyArgs<Task<AcrToken?>>(async call =>
            {
                var now = Interlocked.Increment(ref running);
                tooMany |= now > 2;
                if (now == 2)
                    two.TrySetResult();
                await gate.Task;
                Interlocked.Decrement(ref running);
                return new AcrToken { Id = call.Arg<ResourceIdentifier>() };
            });

        var all = Task.Run(() =>
            AcrTokenGet(s => s.SetRegistryName(Registry).CombineWith(Names, (t, name) => t.SetName(name)), degreeOfParallelism: 2)
        );
        await two.Task;
        gate.SetResult();

        (await all).Count.ShouldBe(4);
        tooMany.ShouldBeFalse();
    }

    [Fact]
    public async Task Start_no_more_after_a_failure()
    {
        Answer(name => name == "token-2" ? throw new AcrException("busy") : new AcrToken { Id = new($"{Registry}/tokens/{name}") });

        Should
            .Throw<AcrException>(() => AcrTokenGet(s => s.SetRegistryName(Registry).CombineWith(Names, (t, name) => t.SetName(name))))
            .Message.ShouldBe("busy");

        await executor.DidNotReceive().GetTokenIfExistsAsync(new ResourceIdentifier($"{Registry}/tokens/token-3"), Arg.Any<CancellationToken>());
    }

    [Fact]
    public async Task Complete_on_failure_and_tell_all_failures_when_told_to()
    {
        Answer(name =>
            name is "token-2" or "token-3" ? throw new AcrException($"{name} is busy") : new AcrToken { Id = new($"{Registry}/tokens/{name}") }
        );

        var failure = Should.Throw<AggregateException>(() =>
            AcrTokenGet(s => s.SetRegistryName(Registry).CombineWith(Names, (t, name) => t.SetName(name)), completeOnFailure: true)
        );

        failure.InnerExceptions.Select(e => e.Message).ShouldBe(["token-2 is busy", "token-3 is busy"]);
        await executor.ReceivedWithAnyArgs(4).GetTokenIfExistsAsync(null!, default);
    }

    [Fact]
    public async Task Without_a_result_run_likewise()
    {
        AcrTokenDelete(s => s.SetRegistryName(Registry).CombineWith(Names, (t, name) => t.SetName(name)), degreeOfParallelism: 4);

        await executor.ReceivedWithAnyArgs(4).DeleteTokenAsync(null!, default, default);
    }

    [Fact]
    public void At_no_parallelism_are_refused() =>
        Should.Throw<ArgumentOutOfRangeException>(() => AcrTokenGet(s => s.CombineWith(Names, (t, name) => t.SetName(name)), degreeOfParallelism: 0));

    private void Answer(Func<string, AcrToken> answer) =>
        executor.GetTokenIfExistsAsync(null!, default).ReturnsForAnyArgs(call => answer(call.Arg<ResourceIdentifier>().Name));
}
