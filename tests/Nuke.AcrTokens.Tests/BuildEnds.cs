using AcrTokens;
using Azure.Core;
using NSubstitute;
using NSubstitute.ExceptionExtensions;
using Nuke.Common.Execution;
using static Nuke.AcrTokens.AcrTokenTasks;

namespace Nuke.AcrTokens.Tests;

/// <summary>How [RevokeAcrTokens] reacts to NUKE's calls. In the process collection, since the open leases belong to the process.</summary>
[Collection("process")]
public sealed class BuildEnds : IDisposable
{
    private const string Registry =
        "/subscriptions/12345678-1234-1234-1234-123456789abc/resourceGroups/builds/providers/Microsoft.ContainerRegistry/registries/contoso";

    private readonly AcrClient original = Client;
    private readonly AcrExecutor executor = Substitute.For<AcrExecutor>();
    private readonly RevokeAcrTokensAttribute extension = new();

    public BuildEnds()
    {
        Client = new AcrClient(executor);
        executor
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

    public void Dispose()
    {
        executor.UpdateTokenAsync(null!, null!, default, default).ReturnsForAnyArgs(call => new AcrToken { Id = call.Arg<ResourceIdentifier>() });
        executor.DeleteTokenAsync(null!, default, default).ReturnsForAnyArgs(Task.CompletedTask);
        foreach (var lease in AcrTokenGuard.OpenLeases)
            lease.Revoke();
        Client = original;
    }

    [Fact]
    public async Task Revoke_what_is_open_once_though_NUKE_says_it_twice()
    {
        var lease = Mint();

        await Task.WhenAll(Task.Run(extension.OnBuildFinished), Task.Run(extension.OnBuildFinished));

        lease.RevokedOn.ShouldNotBeNull();
        await executor.ReceivedWithAnyArgs(1).UpdateTokenAsync(null!, null!, default, default);
        AcrTokenGuard.OpenLeases.ShouldBeEmpty();
    }

    [Fact]
    public async Task Revoke_all_leases_side_by_side()
    {
        var leases = Enumerable.Range(0, 3).Select(_ => Mint()).ToList();
        var begun = 0;
        var allHaveBegun = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        executor
            .UpdateTokenAsync(null!, null!, default, default)
            .ReturnsForAnyArgs<Task<AcrToken>>(async call =>
            {
                if (Interlocked.Increment(ref begun) == leases.Count)
                    allHaveBegun.SetResult();
                await allHaveBegun.Task; // none ends before all have begun
                return new AcrToken { Id = call.Arg<ResourceIdentifier>() };
            });

        (await AcrTokenGuard.RevokeAllAsync()).ShouldBeEmpty();

        leases.ShouldAllBe(l => l.RevokedOn != null);
    }

    [Fact]
    public void Revoke_when_a_target_fails_unless_the_build_goes_on()
    {
        var lease = Mint();

        // Only NUKE can set ProceedAfterFailure. The fault tests cover the other case with a build.
        extension.OnTargetFailed(new ExecutableTarget { Name = "PublishImage" });

        lease.RevokedOn.ShouldNotBeNull();
    }

    [Fact]
    public void Report_once_a_lease_that_outlives_its_target()
    {
        extension.OnTargetSucceeded(new ExecutableTarget { Name = "Compile" });
        var lease = Mint();

        var lines = Logged(() =>
        {
            extension.OnTargetSucceeded(new ExecutableTarget { Name = "MintPushToken" });
            extension.OnTargetSucceeded(new ExecutableTarget { Name = "PublishImage" });
        });

        lines
            .ShouldHaveSingleItem()
            .ShouldBe($"Token \"{lease.Name}\" stays open after target \"MintPushToken\", until {lease.ExpiresOn:u} at the latest");
    }

    [Fact]
    public async Task Wait_for_a_revocation_in_the_background_without_a_word()
    {
        var disabled = new TaskCompletionSource<AcrToken>(TaskCreationOptions.RunContinuationsAsynchronously);
        executor.UpdateTokenAsync(null!, null!, default, default).ReturnsForAnyArgs(disabled.Task);
        var lease = Mint();
        lease.BeginRevoke();

        var lines = Logged(() => extension.OnTargetSucceeded(new ExecutableTarget { Name = "RevokePushToken" }));
        var end = Task.Run(extension.OnBuildFinished);
        end.IsCompleted.ShouldBeFalse();
        disabled.SetResult(new AcrToken { Id = new(lease.ResourceId) });
        await end;

        lines.ShouldBeEmpty();
        lease.RevokedOn.ShouldNotBeNull();
        await executor.ReceivedWithAnyArgs(1).UpdateTokenAsync(null!, null!, default, default);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Delete_a_token_that_was_prepared_and_never_minted(bool atFailure)
    {
        var prepared = AcrTokenPrepare(s => s.SetRegistryName(Registry).SetScopeMap("_repositories_push"));

        if (atFailure)
            extension.OnTargetFailed(new ExecutableTarget { Name = "Compile" });
        else
            extension.OnBuildFinished();

        // If it was ended before its first request, nothing was there to delete.
        var begun = executor.ReceivedCalls().Count(call => call.GetMethodInfo().Name == nameof(AcrExecutor.CreateTokenAsync));
        await executor.ReceivedWithAnyArgs(begun).DeleteTokenAsync(null!, default, default);
        await executor.DidNotReceiveWithAnyArgs().GenerateCredentialsAsync(null!, null, null, default);
        Should.Throw<InvalidOperationException>(() => prepared.Mint()).Message.ShouldContain("has ended");
    }

    [Fact]
    public void Never_throw_and_say_what_is_left()
    {
        var lease = Mint();
        executor.UpdateTokenAsync(null!, null!, default, default).ThrowsAsyncForAnyArgs(new AcrException("No.") { Status = 403 });
        executor.DeleteTokenAsync(null!, default, default).ThrowsAsyncForAnyArgs(new AcrException("No.") { Status = 403 });
        var before = Console.Out;
        using var written = new StringWriter();
        Console.SetOut(written);
        try
        {
            extension.OnBuildFinished();
        }
        finally
        {
            Console.SetOut(before);
        }

        written.ToString().ShouldContain($"Token '{lease.Name}' could not be revoked and is good until {lease.ExpiresOn:u}");
        AcrTokenGuard.OpenLeases.ShouldContain(lease);
    }

    [Fact]
    public async Task Are_not_needed_with_a_body()
    {
        AcrTokenLease? used = null;

        WithAcrToken(s => s.SetRegistryName(Registry).SetScopeMap("_repositories_push"), lease => used = lease);
        used!.RevokedOn.ShouldNotBeNull();
        await WithAcrTokenAsync(
            s => s.SetRegistryName(Registry).SetScopeMap("_repositories_push"),
            async lease =>
            {
                used = lease;
                await Task.Yield();
            }
        );

        used.RevokedOn.ShouldNotBeNull();
        AcrTokenGuard.OpenLeases.ShouldBeEmpty();
    }

    private static List<string> Logged(Action action)
    {
        var lines = new List<string>();
        var before = Serilog.Log.Logger;
        Serilog.Log.Logger = new Serilog.LoggerConfiguration().WriteTo.Sink(new Sink(lines)).CreateLogger();
        try
        {
            action();
        }
        finally
        {
            Serilog.Log.Logger = before;
        }

        return lines;
    }

    private sealed class Sink(List<string> lines) : Serilog.Core.ILogEventSink
    {
        public void Emit(Serilog.Events.LogEvent logEvent) => lines.Add(logEvent.RenderMessage(System.Globalization.CultureInfo.InvariantCulture));
    }

    private static AcrTokenLease Mint() => AcrTokenMint(s => s.SetRegistryName(Registry).SetScopeMap("_repositories_push"));
}
