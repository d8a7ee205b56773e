namespace AcrTokens.Tests;

/// <summary>Assertions that do not print the secret when they fail.</summary>
internal static class SecretAssertions
{
    public static void ShouldReveal(this AcrSecret? secret, string expected) => (secret?.Reveal() == expected).ShouldBeTrue("the secret is another");
}
