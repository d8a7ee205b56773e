namespace AcrTokens.Integration.Tests;

public sealed class Readme
{
    private static readonly string Text = File.ReadAllText(Path.Combine(RepositoryRoot.Path, "README.md"));

    [Fact]
    public void Shows_the_sample_build_as_it_is_compiled() =>
        Text.ShouldContain(File.ReadAllText(Path.Combine(RepositoryRoot.Path, "samples", "build", "Build.cs")).Trim());

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
