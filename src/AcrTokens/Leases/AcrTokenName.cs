using System.Globalization;
using System.Security.Cryptography;
using System.Text.RegularExpressions;

namespace AcrTokens;

/// <summary>
/// The name of a token for one run of a build: <c>acrt-20261121t063000z-4711-3k9x0m2q</c>. Tokens have no tags, so the name holds a prefix, the
/// expiry and the run's id. A random part distinguishes parallel jobs of a run.
/// </summary>
public sealed partial record AcrTokenName
{
    /// <summary>The default prefix: <c>acrt</c>.</summary>
    public const string DefaultPrefix = AcrTokenMintSettings.DefaultNamePrefix;

    // At most 12 + 1 + 16 + 1 + 11 + 1 + 8 = 50 characters, the service's limit.
    private const int LongestRunId = 11;
    private const int RandomLength = 8;
    private const string Alphabet = "0123456789abcdefghijklmnopqrstuvwxyz";
    private const string TimeFormat = "yyyyMMdd't'HHmmss'z'";

    private AcrTokenName(string prefix, DateTimeOffset expiresOn, string runId, string random)
    {
        Prefix = prefix;
        ExpiresOn = expiresOn;
        RunId = runId;
        Random = random;
    }

    /// <summary>The prefix: a letter, then up to 11 letters, digits and hyphens.</summary>
    public string Prefix { get; }

    /// <summary>When the token expires, to the second.</summary>
    public DateTimeOffset ExpiresOn { get; }

    /// <summary>The run's id: the last 11 letters and digits of the CI host's run id, or random ones.</summary>
    public string RunId { get; }

    private string Random { get; }

    /// <summary>Creates a unique name for this run.</summary>
    /// <param name="prefix">The prefix. Default: <c>acrt</c>.</param>
    /// <param name="expiresOn">When the token expires. Default: 30 minutes from now.</param>
    /// <exception cref="ArgumentException">The prefix is not a letter, then up to 11 letters, digits and hyphens.</exception>
    public static string ForRun(string prefix = DefaultPrefix, DateTimeOffset? expiresOn = null) =>
        Create(prefix, expiresOn ?? DateTimeOffset.UtcNow.AddMinutes(30), CiHost.Detect()?.RunId).ToString();

    /// <summary>Parses a name; null if it has another form.</summary>
    public static AcrTokenName? TryParse(string? name)
    {
        if (Form().Match(name ?? "") is not { Success: true } match)
            return null;

        return DateTimeOffset.TryParseExact(
            match.Groups["expiry"].Value,
            TimeFormat,
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal,
            out var expiresOn
        )
            ? new AcrTokenName(match.Groups["prefix"].Value, expiresOn, match.Groups["run"].Value, match.Groups["random"].Value)
            : null;
    }

    /// <summary>The name.</summary>
    public override string ToString() => $"{Prefix}-{ExpiresOn.UtcDateTime.ToString(TimeFormat, CultureInfo.InvariantCulture)}-{RunId}-{Random}";

    internal static AcrTokenName Create(string prefix, DateTimeOffset expiresOn, string? runId)
    {
        if (!AcrNames.Prefix().IsMatch(prefix))
            throw new ArgumentException($"'{prefix}' cannot begin a token's name ({AcrNames.PrefixRule})", nameof(prefix));

        var run = string.Concat((runId ?? "").ToLowerInvariant().Where(char.IsAsciiLetterOrDigit).TakeLast(LongestRunId));
        return new(
            prefix,
            expiresOn.AddTicks(-(expiresOn.Ticks % TimeSpan.TicksPerSecond)),
            run.Length > 0 ? run : RandomNumberGenerator.GetString(Alphabet, LongestRunId),
            RandomNumberGenerator.GetString(Alphabet, RandomLength)
        );
    }

    [GeneratedRegex("^(?<prefix>[a-zA-Z][a-zA-Z0-9-]{0,11})-(?<expiry>[0-9]{8}t[0-9]{6}z)-(?<run>[0-9a-z]{1,11})-(?<random>[0-9a-z]{8})\\z")]
    private static partial Regex Form();
}
