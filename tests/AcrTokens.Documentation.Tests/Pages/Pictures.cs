using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;

namespace AcrTokens.Documentation.Tests.Pages;

/// <summary>The pictures of the pages.</summary>
public sealed partial class Pictures
{
    private const int MostBytes = 300_000;

    private static readonly string Folder = Path.Combine(RepositoryRoot.Path, "docs", "images");

    public static TheoryData<string> Drawings =>
        [.. Directory.GetFiles(Folder, "*.svg").Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal)];

    [Fact]
    public void Say_what_they_show()
    {
        // A sentence, and not the file's name.
        var silent =
            from page in Page.All
            from Match image in Image().Matches(page.Prose)
            let text = Alternative().Match(image.Value).Groups["text"].Value
            where text.Split(' ').Length < 6
            select $"{page.Path}: {image.Value}";

        silent.ShouldBeEmpty();
    }

    [Fact]
    public void Are_shown_on_a_page()
    {
        var shown = Page.All.SelectMany(page => FileName().Matches(page.Prose)).Select(match => match.Value).ToHashSet(StringComparer.Ordinal);

        Directory.GetFiles(Folder).Select(file => Path.GetFileName(file)).Where(file => !shown.Contains(file)).ShouldBeEmpty();
    }

    [Fact]
    public void Have_a_version_for_dark_pages_beside_that_for_light_ones()
    {
        var alone =
            from page in Page.All
            from Match image in Image().Matches(page.Prose)
            from Match name in FileName().Matches(image.Value)
            where name.Value.EndsWith("-light.svg", StringComparison.Ordinal)
            let dark = name.Value.Replace("-light.svg", "-dark.svg", StringComparison.Ordinal)
            where
                !Regex.IsMatch(
                    page.Prose,
                    $"""<source media="\(prefers-color-scheme: dark\)" srcset="[^"]*/?{Regex.Escape(dark)}">\s*{Regex.Escape(image.Value)}"""
                )
            select $"{page.Path}: {image.Value}";

        alone.ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Drawings))]
    public void Are_small_and_need_nothing_from_elsewhere(string name)
    {
        var path = Path.Combine(Folder, name);
        new FileInfo(path).Length.ShouldBeLessThan(MostBytes);
        using var reader = XmlReader.Create(path, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit });
        var drawing = XDocument.Load(reader).Root!;
        drawing.Name.ShouldBe(XName.Get("svg", "http://www.w3.org/2000/svg"));

        var parts = drawing.DescendantsAndSelf().ToList();
        parts.Where(part => part.Name.LocalName is "script" or "foreignObject" or "image" or "a" or "iframe").ShouldBeEmpty();
        var attributes = parts.Attributes().Where(attribute => !attribute.IsNamespaceDeclaration).ToList();
        attributes.Where(attribute => attribute.Name.LocalName.StartsWith("on", StringComparison.OrdinalIgnoreCase)).ShouldBeEmpty();
        attributes.Where(attribute => attribute.Name.LocalName is "href" or "src" && !attribute.Value.StartsWith('#')).ShouldBeEmpty();
        var styles = attributes
            .Select(attribute => attribute.Value)
            .Concat(parts.Where(part => part.Name.LocalName == "style").Select(part => part.Value));
        styles.Where(style => Outside().IsMatch(style)).ShouldBeEmpty();
    }

    [GeneratedRegex(@"<img\b[^>]*>|!\[[^\]]*\]\([^)]*\)")]
    private static partial Regex Image();

    [GeneratedRegex("""alt="(?<text>[^"]*)"|!\[(?<text>[^\]]*)\]""")]
    private static partial Regex Alternative();

    [GeneratedRegex(@"[\w\-.]+\.(?:svg|png|gif|jpg)\b")]
    private static partial Regex FileName();

    [GeneratedRegex(@"url\((?!\s*['""]?#)|@import|https?:", RegexOptions.IgnoreCase)]
    private static partial Regex Outside();
}
