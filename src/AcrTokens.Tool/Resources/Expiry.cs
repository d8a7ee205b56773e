using System.CommandLine;
using System.Globalization;
using AcrTokens.Tool.CommandLine;

namespace AcrTokens.Tool.Resources;

/// <summary>A password's expiry, by <c>az</c>'s two options.</summary>
internal static class Expiry
{
    private const string Example = "2026-12-31T12:59:59Z";
    private const int MostDays = 10_000_000; // within a TimeSpan, and beyond any date

    private static readonly string[] Formats = ["yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK"];

    public static Option<DateTimeOffset?> On { get; } =
        new("--expiration")
        {
            Description = $"From when on the password is refused, as {Example}. Default: never",
            HelpName = "time",
            CustomParser = result =>
            {
                if (TryParse(result.Tokens[0].Value) is { } time)
                    return time;

                result.AddError($"--expiration is '{result.Tokens[0].Value}', which is no time such as {Example}");
                return null;
            },
        };

    public static Option<int?> InDays { get; } =
        new("--expiration-in-days") { Description = "How many days the password is good. Default: it does not expire", HelpName = "days" };

    public static AcrTokenCredentialGenerateSettings SetExpiry(this AcrTokenCredentialGenerateSettings settings, ParseResult parsed) =>
        settings with
        {
            ExpiresOn = parsed.Read(On),
            Lifetime = parsed.Read(InDays) is { } days ? TimeSpan.FromDays(Math.Clamp(days, -MostDays, MostDays)) : null,
        };

    public static bool IsGiven(ParseResult parsed) => parsed.GetResult(On) is not null || parsed.GetResult(InDays) is not null;

    public static DateTimeOffset? TryParse(string text) =>
        DateTimeOffset.TryParseExact(text, Formats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time : null;
}
