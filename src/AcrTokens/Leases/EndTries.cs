using System.Diagnostics.CodeAnalysis;

namespace AcrTokens;

/// <summary>The tries to end a token: transient failures are retried with exponential back-off.</summary>
/// <param name="clock">The client's clock.</param>
/// <param name="time">The time limit: a wait that the service asks for is kept only within it.</param>
internal sealed class EndTries(TimeProvider clock, TimeSpan time)
{
    private const int Most = 6;

    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(0.25);

    private readonly long began = clock.GetTimestamp();

    /// <summary>The current try, from 1.</summary>
    public int Number { get; private set; } = 1;

    /// <summary>Waits for the next try. The jitter of a half keeps builds that failed together from coming back together.</summary>
    /// <param name="failure">A transient failure.</param>
    /// <param name="cancellationToken">Ends the time.</param>
    /// <returns>False if there is no next try, or the time is over.</returns>
    [SuppressMessage("Security", "CA5394:Do not use insecure randomness", Justification = "Nothing depends on it but the pause.")]
    public async Task<bool> PauseAsync(AcrException failure, CancellationToken cancellationToken)
    {
        if (Number == Most)
            return false;

        var pause = FirstPause * Math.Pow(2, Number - 1) * (0.5 + Random.Shared.NextDouble());

        // If the service asks for more time than is left, an early try is better than none.
        if (failure.RetryAfter > pause && failure.RetryAfter < time - clock.GetElapsedTime(began))
            pause = failure.RetryAfter.Value;
        await Task.Delay(pause, clock, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (cancellationToken.IsCancellationRequested)
            return false;

        Number++;
        return true;
    }
}
