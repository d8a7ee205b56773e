using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace AcrTokens.Integration.Tests;

/// <summary>What users find in each package, and what they do not.</summary>
[Collection(nameof(PackedPackages))]
public sealed partial class PackageContents(PackedPackages packed)
{
    private const int LongestReleaseNotes = 35_000; // of most feeds

    [Theory]
    [MemberData(nameof(PackedPackages.IdsWithTools), MemberType = typeof(PackedPackages))]
    public void Say_what_the_package_is(string id)
    {
        var metadata = packed.Metadata(id).Elements().ToLookup(e => e.Name.LocalName);

        metadata["id"].Single().Value.ShouldBe(id);
        metadata["authors"].Single().Value.ShouldBe("The Nuke.AcrTokens contributors");
        metadata["license"].Single().Value.ShouldBe("MIT");
        metadata["icon"].Single().Value.ShouldBe("icon.png");
        metadata["readme"].Single().Value.ShouldBe("README.md");
        metadata["description"].Single().Value.Length.ShouldBeGreaterThan(50);
        metadata["tags"].Single().Value.Split(' ').ShouldBeUnique();
        metadata["tags"].Single().Value.Split(' ').ShouldContain("azure-container-registry");
        metadata["projectUrl"].Single().Value.ShouldBe(PackedPackages.Address);
        ((string?)metadata["repository"].Single().Attribute("type")).ShouldBe("git");
        ((string?)metadata["repository"].Single().Attribute("url")).ShouldBe(PackedPackages.Address);
    }

    [Theory]
    [MemberData(nameof(PackedPackages.IdsWithTools), MemberType = typeof(PackedPackages))]
    public void Have_a_README_of_their_own_whose_links_work_anywhere(string id)
    {
        var readme = packed.Text(id, "README.md");

        readme.TrimStart('\uFEFF').ShouldStartWith(id == "AcrTokens.Emulator.Tool" ? "# acr-emulator\n" : $"# {id}\n");
        readme.ShouldContain(id.EndsWith(".Tool", StringComparison.Ordinal) ? $"dotnet tool install --global {id}" : id);
        readme.ShouldNotContain("mermaid");
        Links(readme).ShouldNotBeEmpty();
        Links(readme).ShouldAllBe(link => IsGood(link));
    }

    [Theory]
    [MemberData(nameof(PackedPackages.IdsWithTools), MemberType = typeof(PackedPackages))]
    public void Have_the_changelogs_notes(string id)
    {
        var notes = packed.Metadata(id).Elements().Single(e => e.Name.LocalName == "releaseNotes").Value;

        notes.Length.ShouldBeInRange(20, LongestReleaseNotes);
        notes.ShouldStartWith("The first release.");
        notes.ShouldNotContain("\n## ");
        Links(notes).ShouldAllBe(link => IsGood(link));
    }

    [Theory]
    [MemberData(nameof(PackedPackages.Ids), MemberType = typeof(PackedPackages))]
    public void Have_assemblies_documentation_icon_and_symbols_and_nothing_else(string id)
    {
        var own = packed
            .Files(id)
            .Where(file => !file.StartsWith("_rels/", StringComparison.Ordinal) && !file.StartsWith("package/", StringComparison.Ordinal));
        string[] names = id == "Cake.AcrTokens" ? [id, "AcrTokens"] : [id];
        string[] frameworks = id is "Nuke.AcrTokens" or "Fallout.AcrTokens" ? ["net10.0"] : ["net8.0", "net9.0", "net10.0"];

        own.Where(file => !file.StartsWith("analyzers/", StringComparison.Ordinal) && !file.StartsWith("docs/", StringComparison.Ordinal))
            .ShouldBe(
                [
                    $"{id}.nuspec",
                    "[Content_Types].xml",
                    "README.md",
                    "icon.png",
                    .. frameworks.SelectMany(f => names.SelectMany(name => new[] { $"lib/{f}/{name}.dll", $"lib/{f}/{name}.xml" })),
                ],
                ignoreOrder: true
            );
        packed.Files(id, "snupkg").ShouldContain($"lib/net10.0/{id}.pdb");
    }

    [Theory]
    [InlineData("AcrTokens", typeof(AcrClient))]
    [InlineData("AcrTokens.Emulator", typeof(AcrTokens.Emulator.AcrEmulator))]
    public void Document_public_members_alone(string id, Type any)
    {
        var documented = XDocument
            .Parse(packed.Text(id, $"lib/net10.0/{id}.xml"))
            .Descendants("member")
            .Select(member => (string)member.Attribute("name")!)
            .ToList();

        var types = any.Assembly.GetExportedTypes().Select(type => type.FullName!.Replace('+', '.')).ToHashSet();
        documented.Where(name => name.StartsWith("T:", StringComparison.Ordinal)).Select(name => name[2..]).ShouldBeSubsetOf(types);
        documented.ShouldNotContain($"T:{id}.Program");
        types.Except(documented.Where(name => name.StartsWith("T:", StringComparison.Ordinal)).Select(name => name[2..])).ShouldBeEmpty();
    }

    [Fact]
    public void Document_no_internal_member_of_a_public_type()
    {
        var documentation = packed.Text("AcrTokens", "lib/net10.0/AcrTokens.xml");

        documentation.ShouldContain("M:AcrTokens.AcrClient.MintTokenAsync(");
        documentation.ShouldContain("M:AcrTokens.AcrClient.#ctor(Azure.Core.TokenCredential");
        documentation.ShouldNotContain("P:AcrTokens.AcrClient.Root");
        documentation.ShouldNotContain("M:AcrTokens.AcrClientOptions.Copy");
    }

    [Fact]
    public void Of_a_tool_roll_forward_to_a_later_runtime() =>
        packed.Text("AcrTokens.Emulator.Tool", "tools/net10.0/any/acr-emulator.runtimeconfig.json").ShouldContain("\"rollForward\": \"Major\"");

    [LinuxTheory("the script is for the release's machine")]
    [InlineData("AcrTokens", 0)]
    [InlineData("AcrTokens.Emulator.Tool", 0)]
    [InlineData("Nuke.AcrTokens", 1)]
    public async Task Of_a_release_hold_no_stand_in(string id, int exitCode)
    {
        if (exitCode == 1 && !packed.Text(id, $"{id}.nuspec").Contains("-standin", StringComparison.Ordinal))
            return; // the feed has the real NUKE

        var folder = Directory.CreateTempSubdirectory("acrtokens-release-");
        foreach (var file in Directory.GetFiles(packed.Feed, $"{id}.0*.nupkg"))
            File.Copy(file, Path.Combine(folder.FullName, Path.GetFileName(file)));

        var check = await ChildProcess.RunAsync(Path.Combine(RepositoryRoot.Path, ".ci", "refuse-stand-ins"), [folder.FullName]);

        folder.Delete(recursive: true);
        check.ExitCode.ShouldBe(exitCode, check.Output);
        check.Output.Contains("stand-in", StringComparison.Ordinal).ShouldBe(exitCode == 1);
    }

    // Absolute, and below the packages' address only what the repository has.
    private static bool IsGood(string link)
    {
        var files = $"{PackedPackages.Address}/blob/main/";
        return link.StartsWith("https://", StringComparison.Ordinal)
            && (
                !link.StartsWith(files, StringComparison.Ordinal)
                || Path.Exists(Path.Combine(RepositoryRoot.Path, link[files.Length..].Split('#')[0]))
            );
    }

    private static IEnumerable<string> Links(string text) => Link().Matches(text).Select(match => match.Groups[1].Value);

    [GeneratedRegex(@"\]\(([^)\s]+)\)")]
    private static partial Regex Link();
}
