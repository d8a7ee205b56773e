using System.Text;
using System.Text.RegularExpressions;
using AcrTokens.Faults;

namespace AcrTokens.Canary.Tests;

/// <summary>Where a secret can be found.</summary>
internal enum Place
{
    Output,
    Errors,

    /// <summary>What the CI host keeps of output and errors.</summary>
    HostLog,
    FilesInUse,
    FilesAfter,
    Arguments,
    Environments,

    /// <summary>Argument lists and environments of processes that outlive the build.</summary>
    Survivors,
}

/// <summary>A secret that was found, by the number of its form: a report must not tell it in its turn.</summary>
internal sealed record Finding(Place Place, string Where, int Form);

/// <summary>Looks for secrets in every form in which they may be written, in UTF-8 and in UTF-16.</summary>
internal sealed partial class SecretSearch
{
    private readonly IReadOnlyList<(string Narrow, string Wide)> forms;

    public SecretSearch(IEnumerable<Told> secrets)
    {
        forms = [.. secrets.SelectMany(s => WrittenSecret.All(s.Token, s.Password)).Distinct().Select(f => (f, string.Join('\0', f.ToCharArray())))];
    }

    /// <summary>The numbers of the forms that stand in a text, or in bytes that were read as Latin-1, with colours or as somebody reads it.</summary>
    public IReadOnlyList<int> In(string text)
    {
        string[] readings = text.Contains('\e') ? [text, WithoutColors(text)] : [text];
        return
        [
            .. forms
                .Index()
                .Where(f =>
                    readings.Any(r => r.Contains(f.Item.Narrow, StringComparison.Ordinal) || r.Contains(f.Item.Wide, StringComparison.Ordinal))
                )
                .Select(f => f.Index),
        ];
    }

    /// <summary>A console's text as somebody reads it: a colour may begin in the middle of a word.</summary>
    public static string WithoutColors(string text) => Color().Replace(text, "");

    /// <summary>All files below a folder. An empty one holds nothing; a pipe shows as one, and reading it would wait.</summary>
    /// <returns>Each file that was read, with what it holds.</returns>
    public IReadOnlyList<(string File, IReadOnlyList<int> Forms)> InFiles(string folder)
    {
        var read = new List<(string, IReadOnlyList<int>)>();
        var everything = new EnumerationOptions
        {
            RecurseSubdirectories = true,
            AttributesToSkip = FileAttributes.None,
            IgnoreInaccessible = false,
        };
        foreach (var file in new DirectoryInfo(folder).EnumerateFiles("*", everything))
        {
            try
            {
                if (file.Length > 0)
                    read.Add((file.FullName, In($"{file.FullName}\n{File.ReadAllText(file.FullName, Encoding.Latin1)}")));
            }
            catch (FileNotFoundException)
            {
                // gone meanwhile
            }
        }

        return read;
    }

    /// <summary>A text that may be shown: without the secrets, and without what a mask command escaped further.</summary>
    public string Redact(string text) =>
        forms
            .OrderByDescending(f => f.Narrow.Length)
            .Aggregate(MaskCommand().Replace(text, "$1<SECRET>"), (t, f) => t.Replace(f.Narrow, "<SECRET>", StringComparison.Ordinal));

    [GeneratedRegex(@"\e\[[0-9;]*[mK]")]
    private static partial Regex Color();

    [GeneratedRegex(@"(::add-mask::|##vso\[task\.setsecret\]).*")]
    private static partial Regex MaskCommand();
}
