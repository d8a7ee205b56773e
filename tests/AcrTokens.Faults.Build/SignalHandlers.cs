using System.Runtime.InteropServices;

/// <summary>Handlers of the build's own. What is registered last is called first.</summary>
static class SignalHandlers
{
    // For as long as the process.
    static readonly List<PosixSignalRegistration> Registrations = [];

    /// <summary>Before the mint, which arms the guard, and so called after the guard.</summary>
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

    /// <summary>After the mint, and so called before the guard: tells the runner that the signal has come, and does not wait for its answer.</summary>
    public static void Announce()
    {
        foreach (var signal in new[] { PosixSignal.SIGINT, PosixSignal.SIGTERM, PosixSignal.SIGHUP })
            Registrations.Add(PosixSignalRegistration.Create(signal, _ => Stage.Announce()));
    }

    // The build is on its own way out, and well on it, before the signal has its say.
    static Action<PosixSignalContext> WaitForExit()
    {
        var exit = new TaskCompletionSource();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => exit.TrySetResult();
        return _ => Task.WhenAny(exit.Task.ContinueWith(_ => Task.Delay(TimeSpan.FromSeconds(0.5)), TaskScheduler.Default).Unwrap(), Task.Delay(TimeSpan.FromSeconds(5))).Wait();
    }
}
