using System.Runtime.InteropServices;

/// <summary>The build's own signal handlers. The last registered handler is called first.</summary>
static class SignalHandlers
{
    // Kept for the life of the process.
    static readonly List<PosixSignalRegistration> Registrations = [];

    /// <summary>Registers a handler before the mint, which arms the guard. It is therefore called after the guard.</summary>
    public static void Register()
    {
        Action<PosixSignalContext>? handler = Registry.Variable("HANDLER") switch
        {
            "Slow" => WaitForExit(),
            "Keep" => context => context.Cancel = true,
            _ => null,
        };
        if (handler is null)
            return;

        foreach (var signal in new[] { PosixSignal.SIGINT, PosixSignal.SIGTERM })
            Registrations.Add(PosixSignalRegistration.Create(signal, handler));
    }

    /// <summary>Registers a handler after the mint. It is called before the guard, and notifies the runner of the signal without waiting.</summary>
    public static void Announce()
    {
        foreach (var signal in new[] { PosixSignal.SIGINT, PosixSignal.SIGTERM, PosixSignal.SIGHUP })
            Registrations.Add(PosixSignalRegistration.Create(signal, _ => Stage.Announce()));
    }

    // The handler returns only when the build is well into its own exit.
    static Action<PosixSignalContext> WaitForExit()
    {
        var exit = new TaskCompletionSource();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => exit.TrySetResult();
        return _ => Task.WhenAny(exit.Task.ContinueWith(_ => Task.Delay(TimeSpan.FromSeconds(0.5)), TaskScheduler.Default).Unwrap(), Task.Delay(TimeSpan.FromSeconds(5))).Wait();
    }
}
