using System.Collections.Concurrent;
using System.Diagnostics;
using AcrTokens.Faults.Builds;
using AcrTokens.Faults.Clients;

namespace AcrTokens.Canary.Tests;

/// <summary>Runs a build, stops it while its lease is in use, and searches there and at the end.</summary>
internal sealed class CanaryRunner(ServedRegistry registry, ProcessSampler sampler)
{
    private const string InUse = "in-use";
    private const int AtOnce = 3;

    private static readonly string[] OnNuke = ["dotnet", "exec", StartedProgram.PathOf<CanaryRunner>("AcrTokens.Canary.Build")];
    private static readonly string[] OnFallout = ["dotnet", "exec", StartedProgram.PathOf<CanaryRunner>("Fallout.Canary.Build")];

    // Far longer than any build takes: a build that hangs must not block the rest.
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(2);

    private int runs;

    public async Task<IReadOnlyList<CanaryReport>> RunAsync(IEnumerable<CanaryCase> cases)
    {
        var reports = new ConcurrentBag<CanaryReport>();
        await Parallel.ForEachAsync(
            cases,
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce },
            async (canary, _) => reports.Add(await RunAsync(canary))
        );
        return [.. reports];
    }

    public async Task<CanaryReport> RunAsync(CanaryCase canary)
    {
        using var folders = new VictimFolders();
        return await RunAsync(canary, folders);
    }

    /// <param name="canary">The build.</param>
    /// <param name="folders">The folders that it runs in.</param>
    /// <param name="before">The build that ran in them before. Its secrets are searched for as well.</param>
    /// <param name="command">The command to start. Default: the build.</param>
    public async Task<CanaryReport> RunAsync(CanaryCase canary, VictimFolders folders, CanaryReport? before = null, string[]? command = null)
    {
        var id = $"canary{Interlocked.Increment(ref runs)}";
        await registry.Control.StopAtAsync(id, InUse);
        using var build = new BuildProcess(
            command ?? Redirected(canary, folders),
            folders.Work,
            VictimVariables.Of(registry.Addresses, canary, id, folders)
        );
        var session = sampler.Watch(build.Id);
        var seen = new CanarySight(canary, folders, build, session);
        try
        {
            if (await IsReachedAsync(id, build))
            {
                sampler.Look(session);
                seen.LookWhileInUse(new SecretSearch([.. await registry.Control.PasswordsAsync(id), VictimFolders.Proxy]));
                await registry.Control.TellAsync(id, InUse, "go");
            }

            seen.HasEnded = await Task.WhenAny(build.Closed, Task.Delay(Longest)) == build.Closed;
            seen.Survivors = sampler.Look(session);
        }
        finally
        {
            foreach (var process in sampler.Look(session))
                Kill(process.Id);
            sampler.Leave(session);
        }

        await build.Closed;
        return CanaryJudge.Judge(seen, await registry.Control.PasswordsAsync(id), before?.Secrets ?? []);
    }

    // Uses a shell, as a step on a CI host does. The build replaces the shell's process.
    private static string[] Redirected(CanaryCase canary, VictimFolders folders)
    {
        var victim = canary.IsOnFallout ? OnFallout : OnNuke;
        return canary.Redirection switch
        {
            Redirection.None => victim,
            Redirection.Output => ["sh", "-c", "exec \"$@\" > \"$0\"", folders.Log, .. victim],
            _ => ["sh", "-c", "exec \"$@\" > \"$0\" 2>&1", folders.Log, .. victim],
        };
    }

    private async Task<bool> IsReachedAsync(string id, BuildProcess build)
    {
        using var give = new CancellationTokenSource();
        var reached = registry.Control.ReachedAsync(id, InUse, give.Token);
        var isReached = await Task.WhenAny(reached, build.Ended) == reached;
        if (isReached)
            await reached;
        else
            await give.CancelAsync();
        return isReached;
    }

    private static void Kill(int id)
    {
        try
        {
            using var process = Process.GetProcessById(id);
            process.Kill();
        }
        catch (ArgumentException)
        {
            // the process has exited
        }
    }
}
