using System.Diagnostics;
using Nuke.Common;

/// <summary>Places to stop at. The runner decides how to continue.</summary>
static class Stage
{
    static readonly HttpClient Control = new() { BaseAddress = new Uri(Registry.Variable("CONTROL")), Timeout = Timeout.InfiniteTimeSpan };

    public static void Reach(string stage) => Obey(Ask(stage).GetAwaiter().GetResult());

    /// <summary>Waits for a child in the same process group, as a push does. A signal to the group ends the child as well.</summary>
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

    /// <summary>Exits the process from another thread when the runner says so, wherever the build is.</summary>
    public static void WatchForExit()
    {
        // Registered before the mint, which arms the guard, so that it is called before the guard.
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

    /// <summary>Notifies the runner that the build is ending, without waiting.</summary>
    public static void Announce() => _ = Task.Run(() => Reach("signalled"));

    static Task<string> Ask(string stage) => Control.GetStringAsync($"reach?case={Registry.Variable("CASE")}&stage={stage}");

    static void Obey(string instruction) => Assert.True(instruction == "go", "This is where the build was told to fail");
}
