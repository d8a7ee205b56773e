using System.Text.RegularExpressions;

namespace AcrTokens.Tool.Tests.Output;

/// <summary>What the tool printed, held to a file beside this one.</summary>
internal static partial class Snapshot
{
    public static void ShouldBeAsIn(this string printed, string name)
    {
        var verified = Path.Combine(RepositoryRoot.Path, "tests", "AcrTokens.Tool.Tests", "Output", "Snapshots", name);
        var received = Path.Combine(AppContext.BaseDirectory, "Snapshots", name);
        Directory.CreateDirectory(Path.GetDirectoryName(received)!);
        var text = Scrub(printed.ReplaceLineEndings("\n"));
        File.WriteAllText(received, text);

        var accepted = File.Exists(verified) ? File.ReadAllText(verified).ReplaceLineEndings("\n") : "";
        if (text != accepted)
            Assert.Fail($"{name} is printed anew:\n{Difference(accepted, text)}\nWhere it is meant, accept it: cp {received} {verified}");
    }

    // What differs from run to run, by text of the same width. What a test chose is in 2031.
    private static string Scrub(string text) =>
        Port().Replace(Fraction().Replace(Second().Replace(text, "2026-11-21T06:30:00"), "2026-11-21T06:30:00+00:00"), "localhost:55555");

    private static string Difference(string accepted, string text)
    {
        var (had, has) = (accepted.Split('\n'), text.Split('\n'));
        return string.Join('\n', [.. had.Except(has).Select(line => $"- {line}"), .. has.Except(had).Select(line => $"+ {line}")]);
    }

    [GeneratedRegex("(?!2031)20[0-9]{2}-[01][0-9]-[0-3][0-9]T[0-9]{2}:[0-9]{2}:[0-9]{2}")]
    private static partial Regex Second();

    [GeneratedRegex("2026-11-21T06:30:00(\\.[0-9]+)?\\+00:00")]
    private static partial Regex Fraction();

    [GeneratedRegex("localhost:[0-9]{5}")]
    private static partial Regex Port();
}
