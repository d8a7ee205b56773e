using AcrTokens.Live.Tests.Runs;

namespace AcrTokens.Live.Tests.Probes;

/// <summary>Sends requests that show how a registry behaves. The same probe runs on the service and on an emulator.</summary>
internal abstract class Probe
{
    protected static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    public static IReadOnlyList<Probe> All { get; } =
    [
        new MainJob(),
        new RevocationLatency(),
        new RegeneratedPassword(),
        new RefusedLogins(),
        new InvalidInput(),
        new UnfinishedTokens(),
        new Lists(),
        new Quota(),
        new Throttling(),
        new Locks(),
    ];

    public string Name => GetType().Name;

    /// <summary>The assumptions that this probe settles, or says why it does not.</summary>
    public abstract IReadOnlyList<string> Settles { get; }

    public abstract Task RunAsync(Service service, Notes notes);
}
