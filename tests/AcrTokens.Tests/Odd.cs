namespace AcrTokens.Tests;

/// <summary>Handlers for list items that cannot be read.</summary>
internal static class Odd
{
    /// <summary>Fails: the test expects none.</summary>
    public static Action<AcrException> Fails { get; } = odd => throw odd;
}
