namespace AcrTokens.Emulator.Live;

/// <summary>What has changed for a reader of the live page. What has not is null.</summary>
internal sealed record LiveUpdate(DateTimeOffset Now)
{
    /// <summary>The names that a fault may hit.</summary>
    public IReadOnlyList<string>? Operations { get; init; }

    public IReadOnlyList<LiveToken>? Tokens { get; init; }

    public IReadOnlyList<LiveRequest>? Requests { get; init; }

    public IReadOnlyList<EmulatorFault>? Faults { get; init; }

    public EmulatorSimulations? Simulations { get; init; }
}
