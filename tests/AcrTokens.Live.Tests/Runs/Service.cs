using AcrTokens.Emulator;
using AcrTokens.Live.Tests.Wire;

namespace AcrTokens.Live.Tests.Runs;

/// <summary>A registry that probes run on: the real service's, or an emulator's.</summary>
internal sealed partial class Service : IAsyncDisposable
{
    /// <summary>Begins every name that a probe makes up. Cleaning up finds them by it.</summary>
    public const string Prefix = "acrtlive";

    /// <summary>A name that is too short to begin so.</summary>
    public const string ShortName = "acrl";

    /// <summary>The only repository that probes write to.</summary>
    public const string Repository = Prefix + "/probe";

    /// <summary>Sends the raw requests. They pass <see cref="Recorder"/>.</summary>
    public required HttpClient Http { private get; init; }

    public required Recorder Recorder { get; init; }

    /// <summary>The library's client, on the same recorder.</summary>
    public required AcrClient Client { get; init; }

    public required string RegistryId { get; init; }

    /// <summary>Resource Manager's address.</summary>
    public required Uri Arm { get; init; }

    /// <summary>The registry's address.</summary>
    public required Uri Registry { get; init; }

    public required string LoginServer { get; init; }

    public required string? Sku { get; init; }

    public required TimeProvider Clock { get; init; }

    /// <summary>Lets time pass: the machine's on the service, the clock's on an emulator.</summary>
    public required Func<TimeSpan, Task> Pass { get; init; }

    /// <summary>Locks the registry against deletion; null where the credential may not.</summary>
    public required RegistryLock? Lock { get; init; }

    /// <summary>How long a probe watches something that does not change.</summary>
    public required TimeSpan Patience { get; init; }

    /// <summary>The options of an emulator that the service is compared with.</summary>
    public required AcrEmulatorOptions Like { get; init; }

    /// <summary>The costly probes that may run.</summary>
    public required IReadOnlySet<string> Costly { get; init; }

    public required Func<Task<string>> Bearer { private get; init; }

    public required Func<ValueTask> Close { private get; init; }

    /// <summary>A name for a token or scope map that does not exist yet. The same in two runs of a probe, but for a random end.</summary>
    public static string NewName() => $"{Prefix}-{Guid.NewGuid():N}"[..24];

    /// <summary>Asks every <paramref name="interval"/> until a response is the awaited one, for <see cref="Patience"/> at most.</summary>
    /// <param name="interval">The time between two requests.</param>
    /// <param name="ask">Sends a request.</param>
    /// <param name="awaited">Whether a response is the awaited one.</param>
    /// <param name="since">When the time began. Default: now.</param>
    public async Task<Wait> UntilAsync(TimeSpan interval, Func<Task<Taken>> ask, Func<Taken, bool> awaited, DateTimeOffset? since = null)
    {
        var start = since ?? Clock.GetUtcNow();
        for (var tries = 1; ; tries++)
        {
            var answer = await ask();
            var elapsed = Clock.GetUtcNow() - start;
            if (awaited(answer) || elapsed >= Patience)
                return new Wait(answer, elapsed, tries, awaited(answer));
            await Pass(interval);
        }
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await Close();
    }
}

/// <summary>A wait for a response.</summary>
/// <param name="Last">The last response.</param>
/// <param name="Elapsed">The time until then.</param>
/// <param name="Tries">The number of requests.</param>
/// <param name="Came">Whether the last response is the awaited one.</param>
internal sealed record Wait(Taken Last, TimeSpan Elapsed, int Tries, bool Came)
{
    /// <summary>Whether the first request already had the awaited response.</summary>
    public bool Immediately => Came && Tries == 1;

    /// <summary>The time, for a report.</summary>
    public string When => Immediately ? "immediately" : $"{(Came ? "after" : "not even after")} {Elapsed.TotalSeconds:F0} s";
}
