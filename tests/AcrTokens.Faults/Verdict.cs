using System.Globalization;
using System.Text.RegularExpressions;

namespace AcrTokens.Faults;

/// <summary>A case's remains, and the errors found.</summary>
internal sealed record Verdict(string Case, string Said)
{
    private readonly List<string> wrong = [];

    /// <summary>The errors; empty if there are none.</summary>
    public IReadOnlyList<string> Wrong => wrong;

    /// <summary>Whether the process could not end its token because it was killed.</summary>
    public bool IsHelpless { get; init; }

    /// <summary>Whether the service reported the token as missing.</summary>
    public bool IsMisled { get; init; }

    /// <summary>The number of tokens that are still enabled.</summary>
    public int Enabled { get; init; }

    /// <summary>How often a password occurs in the output.</summary>
    public int Secrets { get; init; }

    /// <summary>The time from the signal to the next request.</summary>
    public TimeSpan? FirstRequest { get; init; }

    /// <summary>The time from the signal to the response to the last DELETE.</summary>
    public TimeSpan? LastDelete { get; init; }

    /// <summary>The time from the signal to the end of the process.</summary>
    public TimeSpan? End { get; init; }

    public void Expect(bool isRight, string otherwise)
    {
        if (!isRight)
            wrong.Add(otherwise);
    }

    /// <summary>
    /// Whether one line of the output, other than the mint's, names this token as left behind. If the token still works, the line must
    /// say until when, or that its password has no expiry.
    /// </summary>
    public bool Names(Left token) =>
        Said.Split('\n')
            .Any(line =>
                line.Contains(token.Name, StringComparison.Ordinal)
                && !line.Contains("Minted token", StringComparison.Ordinal)
                && (
                    !token.Enabled
                    || (token.ExpiresOn is null && !token.HasUsablePassword)
                    || line.Contains(
                        token.ExpiresOn?.UtcDateTime.ToString("u", CultureInfo.InvariantCulture) ?? "good for ever",
                        StringComparison.Ordinal
                    )
                )
            );

    public override string ToString() => $"{Case}: {string.Join("; ", Wrong)}\n{Regex.Replace(Said.Trim(), "^", "    | ", RegexOptions.Multiline)}";
}
