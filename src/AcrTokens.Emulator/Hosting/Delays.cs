namespace AcrTokens.Emulator.Hosting;

/// <summary>How long anything may be held back.</summary>
internal static class Delays
{
    public static readonly TimeSpan Longest = TimeSpan.FromDays(1);
}
