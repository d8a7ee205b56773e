namespace AcrTokens.CodeGen.Tests;

/// <summary>Writes the generated files. In CI it only checks them.</summary>
public sealed class GeneratedFiles
{
    public const string Command = "dotnet test tests/AcrTokens.CodeGen.Tests";

    private static readonly Core Core = Core.Read(Path.Combine(RepositoryRoot.Path, "src", "AcrTokens"));

    private static readonly Dictionary<string, Func<Core, string>> Generators = new()
    {
        ["src/AcrTokens/Settings/Verbs.g.cs"] = Verbs.Write,
        ["src/Nuke.AcrTokens/AcrTokenTasks.g.cs"] = NukeTasks.Write,
        ["src/Cake.AcrTokens/AcrTokenAliases.g.cs"] = CakeAliases.Write,
        ["src/Cake.AcrTokens/AcrTokenAliases.g.xml"] = CakeDocumentation.Write,
    };

    public static TheoryData<string> Paths => [.. Generators.Keys];

    [Theory]
    [MemberData(nameof(Paths))]
    public void Follow_from_the_settings_and_the_client(string path)
    {
        var file = Path.Combine(RepositoryRoot.Path, path);
        var text = Generators[path](Core);
        var current = File.Exists(file) ? File.ReadAllText(file) : "";
        if (current == text)
            return;

        if (Environment.GetEnvironmentVariable("CI") == "true")
            Assert.Fail($"{path} is stale. Run this, and commit what it writes: {Command}\n{Difference(current, text)}");
        File.WriteAllText(file, text);
        Assert.Fail($"{path} was stale, and is written anew: commit it.\n{Difference(current, text)}");
    }

    [Fact]
    public void Are_all_written_here() =>
        Directory
            .EnumerateFiles(Path.Combine(RepositoryRoot.Path, "src"), "*.g.*", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(RepositoryRoot.Path, file).Replace('\\', '/'))
            .Where(path => !path.Contains("/obj/", StringComparison.Ordinal) && !path.Contains("/bin/", StringComparison.Ordinal))
            .ShouldBe(Generators.Keys, ignoreOrder: true);

    private static string Difference(string current, string text)
    {
        var (has, wants) = (current.Split('\n'), text.Split('\n'));
        var lines = has.Except(wants).Take(5).Select(line => $"- {line}").Concat(wants.Except(has).Take(5).Select(line => $"+ {line}"));
        return $"Among others:\n{string.Join('\n', lines)}";
    }
}
