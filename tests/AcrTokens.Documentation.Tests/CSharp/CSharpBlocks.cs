using AcrTokens.Documentation.Tests.Pages;

namespace AcrTokens.Documentation.Tests.CSharp;

/// <summary>The C# of README and docs compiles where its reader puts it, and the rules flag only what a page shows as a mistake.</summary>
public sealed class CSharpBlocks
{
    private const string Mistakes = "Flagged";

    /// <summary>Cake compiles its scripts itself: see Cake.AcrTokens.Real.Tests.</summary>
    private const string Cake = "cake";

    public static TheoryData<string> All => [.. Blocks.Where(block => Kind(block) != Cake).Select(block => block.ToString())];

    private static IEnumerable<Block> Blocks => Page.All.SelectMany(page => page.Blocks).Where(block => block.Language == "csharp");

    [Theory]
    [MemberData(nameof(All))]
    public async Task Compile_without_a_warning(string place)
    {
        var block = Blocks.Single(one => one.ToString() == place);

        var found = await Compiled.DiagnosticsAsync(block, Blocks.Where(other => IsBeside(other, block)), CodeContext.All[Kind(block)]);

        if (block.Heading == Mistakes)
            found.Select(diagnostic => diagnostic.Id).Distinct().ShouldBe([Path.GetFileNameWithoutExtension(block.Page)], Text(found));
        else
            Text(found).ShouldBeEmpty();

        static string Text(IEnumerable<object> found) => string.Join('\n', found);
    }

    [Fact]
    public void Are_of_a_known_kind() => Blocks.Where(block => Kind(block) != Cake && !CodeContext.All.ContainsKey(Kind(block))).ShouldBeEmpty();

    // Files of one folder are one project.
    private static bool IsBeside(Block other, Block block) =>
        other != block
        && other.Page == block.Page
        && other.Heading == block.Heading
        && block.File is not null
        && other.File is { } file
        && Path.GetDirectoryName(file) == Path.GetDirectoryName(block.File)
        && Path.GetDirectoryName(file)!.Length > 0;

    private static string Kind(Block block) => block.Kinds.SingleOrDefault("nuke");
}
