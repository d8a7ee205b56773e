namespace AcrTokens.Emulator.Hosting;

/// <summary>The limit of all delays.</summary>
internal static class Delays
{
    public static readonly TimeSpan Longest = TimeSpan.FromDays(1);
}
