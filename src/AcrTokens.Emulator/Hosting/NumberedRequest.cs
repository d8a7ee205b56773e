namespace AcrTokens.Emulator.Hosting;

/// <summary>A request, with its place in the order of arrival.</summary>
internal sealed record NumberedRequest(long Number, EmulatorRequest Request);
