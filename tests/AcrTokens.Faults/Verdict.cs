using System.Globalization;
using System.Text.RegularExpressions;

namespace AcrTokens.Faults;

/// <summary>What a case left behind, and what is wrong about it.</summary>
internal sealed record Verdict(string Case, string Said)
{
    private readonly List<string> wrong = [];

    /// <summary>Empty when all is as it should be.</summary>
    public IReadOnlyList<string> Wrong => wrong;

    /// <summary>Whether nothing in the process could end its token: it was killed.</summary>
    public bool IsHelpless { get; init; }

    /// <summary>Whether the service said of its token that there was none.</summary>
    public bool IsMisled { get; init; }

    /// <summary>Tokens that are enabled still.</summary>
    public int Enabled { get; init; }

    /// <summary>How often a password stands in what was said.</summary>
    public int Secrets { get; init; }

    /// <summary>From the signal to the first request after it.</summary>
    public TimeSpan? FirstRequest { get; init; }

    /// <summary>From the signal to the answer to the last DELETE.</summary>
    public TimeSpan? LastDelete { get; init; }

    /// <summary>From the signal to the end of the process.</summary>
    public TimeSpan? End { get; init; }

    public void Expect(bool isRight, string otherwise)
    {
        if (!isRight)
            wrong.Add(otherwise);
    }

    /// <summary>
    /// Whether it says on one line, other than the one that tells of the mint, that this token is left, and until when it is
    /// good if it is good at all: for ever, where its password has no expiry.
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
