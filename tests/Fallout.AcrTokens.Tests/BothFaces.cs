namespace Fallout.AcrTokens.Tests;

public sealed class BothFaces
{
    [Fact]
    public void Have_the_same_members()
    {
        var fallout = Members("Fallout.AcrTokens")
            .Select(line => line.Replace("Fallout", "Nuke", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .ToList();

        fallout.Count.ShouldBeGreaterThan(100);
        fallout.ShouldBe(Members("Nuke.AcrTokens").Order(StringComparer.Ordinal));
    }

    private static IEnumerable<string> Members(string assembly) => PublicApi.Of(assembly).Split('\n').Select(line => line.Trim());
}
