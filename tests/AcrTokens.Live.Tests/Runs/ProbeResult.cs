using AcrTokens.Live.Tests.Wire;

namespace AcrTokens.Live.Tests.Runs;

/// <summary>A probe's results on the service, beside the emulator's.</summary>
/// <param name="Probe">The probe's name.</param>
/// <param name="Exchanges">The exchanges with the service.</param>
/// <param name="Notes">The observations.</param>
/// <param name="Differences">Where the emulator's responses differ from the service's.</param>
/// <param name="Failure">What ended the probe early; null for nothing.</param>
internal sealed record ProbeResult(string Probe, IReadOnlyList<Taken> Exchanges, Notes Notes, IReadOnlyList<string> Differences, Exception? Failure);
