namespace AcrTokens.Integration.Tests;

public sealed class Readme
{
    private static readonly string Text = File.ReadAllText(Path.Combine(RepositoryRoot.Path, "README.md"));

    [Fact]
    public void Fits_on_a_screen_before_its_first_listing() =>
        Text[..Text.IndexOf("```csharp", StringComparison.Ordinal)].Split('\n').Length.ShouldBeLessThan(25);

    [Fact]
    public void Is_short() => Text.Split('\n').Length.ShouldBeLessThan(200);

    [Fact]
    public void Links_to_files_that_exist() =>
        System
            .Text.RegularExpressions.Regex.Matches(Text, @"\]\((?!https?:)([^)#]+)\)")
            .Select(m => m.Groups[1].Value)
            .Where(link => !Path.Exists(Path.Combine(RepositoryRoot.Path, link)))
            .ShouldBeEmpty();
}
