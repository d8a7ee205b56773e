using System.Text;
using System.Text.RegularExpressions;
using AcrTokens.Faults;

namespace AcrTokens.Canary.Tests;

/// <summary>The places where a secret can be found.</summary>
internal enum Place
{
    Output,
    Errors,

    /// <summary>The part of output and errors that the CI host keeps.</summary>
    HostLog,
    FilesInUse,
    FilesAfter,
    Arguments,
    Environments,

    /// <summary>Argument lists and environments of processes that outlive the build.</summary>
    Survivors,
}

/// <summary>A found secret, by the number of its form: a report must not reveal it again.</summary>
internal sealed record Finding(Place Place, string Where, int Form);

/// <summary>Searches for secrets in all their written forms, in UTF-8 and in UTF-16.</summary>
internal sealed partial class SecretSearch
{
    private readonly IReadOnlyList<(string Narrow, string Wide)> forms;

    public SecretSearch(IEnumerable<Told> secrets)
    {
        forms = [.. secrets.SelectMany(s => WrittenSecret.All(s.Token, s.Password)).Distinct().Select(f => (f, string.Join('\0', f.ToCharArray())))];
    }

    /// <summary>The numbers of the forms in a text, or in bytes read as Latin-1, with its colour codes or without.</summary>
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

    /// <summary>Removes colour codes from a console's text. A colour may begin in the middle of a word.</summary>
    public static string WithoutColors(string text) => Color().Replace(text, "");

    /// <summary>Searches all files below a folder, except empty ones. A pipe looks empty too, and reading it would block.</summary>
    /// <returns>Each file that was read, with the forms in it.</returns>
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
                // the file has been deleted
            }
        }

        return read;
    }

    /// <summary>Redacts a text for display: the secrets, and their escaped forms in mask commands.</summary>
    public string Redact(string text) =>
        forms
            .OrderByDescending(f => f.Narrow.Length)
            .Aggregate(MaskCommand().Replace(text, "$1<SECRET>"), (t, f) => t.Replace(f.Narrow, "<SECRET>", StringComparison.Ordinal));

    [GeneratedRegex(@"\e\[[0-9;]*[mK]")]
    private static partial Regex Color();

    [GeneratedRegex(@"(::add-mask::|##vso\[task\.setsecret\]).*")]
    private static partial Regex MaskCommand();
}
