namespace AcrTokens.Tests;

/// <summary>What becomes of items of a list that cannot be read.</summary>
internal static class Odd
{
    /// <summary>There are to be none.</summary>
    public static Action<AcrException> Fails { get; } = odd => throw odd;
}
