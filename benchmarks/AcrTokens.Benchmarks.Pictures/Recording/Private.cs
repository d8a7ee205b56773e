using System.Text.RegularExpressions;

namespace AcrTokens.Benchmarks.Pictures.Recording;

/// <summary>What a recording must not show.</summary>
internal static partial class Private
{
    /// <exception cref="InvalidOperationException">A line has what may be a password, or a path of this machine.</exception>
    public static void Refuse(IEnumerable<RecordedLine> lines)
    {
        var home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        foreach (var (i, line) in lines.Index())
        {
            // Without the text, which may be a secret.
            if (Password().IsMatch(Digest().Replace(line.Text, "")))
                throw new InvalidOperationException($"Line {i + 1} of the recording has what may be a password.");
            if (home.Length > 1 && line.Text.Contains(home, StringComparison.Ordinal))
                throw new InvalidOperationException($"Line {i + 1} of the recording has a path of this machine.");
        }
    }

    // As long as the emulator's.
    [GeneratedRegex("[A-Za-z0-9+/=]{52,}")]
    private static partial Regex Password();

    [GeneratedRegex("sha256:[0-9a-f]{64}")]
    private static partial Regex Digest();
}
