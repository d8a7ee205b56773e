using System.Diagnostics;
using Nuke.Common;

/// <summary>Places to stop at: the runner says what to do there.</summary>
static class Stage
{
    static readonly HttpClient Control = new() { BaseAddress = new Uri(Registry.Variable("CONTROL")), Timeout = Timeout.InfiniteTimeSpan };

    public static void Reach(string stage) => Obey(Ask(stage).GetAwaiter().GetResult());

    /// <summary>As a push does: waits for a child in the same process group, which a signal to the group ends as well.</summary>
    public static void ReachWithChild(string stage)
    {
        using var push = Process.Start(new ProcessStartInfo("cat") { RedirectStandardInput = true })!;
        var instruction = Ask(stage);
        Task.WaitAny(instruction, push.WaitForExitAsync());
        Assert.True(instruction.IsCompleted, "The push was ended from outside");
        push.StandardInput.Close();
        push.WaitForExit();
        Obey(instruction.GetAwaiter().GetResult());
    }

    /// <summary>Leaves the process from a thread of its own when the runner says so, wherever the build is.</summary>
    public static void WatchForExit()
    {
        // Before the mint, which arms the guard, and so called before the guard.
        var isLeaving = false;
        AppDomain.CurrentDomain.UnhandledException += (_, _) => Announce();
        AppDomain.CurrentDomain.ProcessExit += (_, _) =>
        {
            if (isLeaving)
                Announce();
        };
        _ = Task.Run(async () =>
        {
            switch (await Ask("exit"))
            {
                case "exit":
                    isLeaving = true;
                    Environment.Exit(3);
                    break;
                case "crash":
                    new Thread(() => throw new InvalidOperationException("Nobody catches this.")).Start();
                    break;
            }
        });
    }

    /// <summary>Tells the runner that the build's end has begun, and does not wait for its answer.</summary>
    public static void Announce() => _ = Task.Run(() => Reach("signalled"));

    static Task<string> Ask(string stage) => Control.GetStringAsync($"reach?case={Registry.Variable("CASE")}&stage={stage}");

    static void Obey(string instruction) => Assert.True(instruction == "go", "This is where the build was told to fail");
}
