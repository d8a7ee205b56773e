using System.Globalization;

namespace AcrTokens.Live.Tests.Runs;

/// <summary>The environment's settings for a run on the real service.</summary>
/// <param name="Registry">The registry: name, login server or resource id.</param>
/// <param name="Rights">What the credential may create there.</param>
/// <param name="Costly">The costly probes to run.</param>
/// <param name="Patience">How long a probe watches something that does not change.</param>
internal sealed record LiveSettings(string Registry, IReadOnlySet<string> Rights, IReadOnlySet<string> Costly, TimeSpan Patience)
{
    public const string RegistryVariable = "ACRT_LIVE_REGISTRY";
    public const string RightsVariable = "ACRT_LIVE_RIGHTS";
    public const string CostlyVariable = "ACRT_LIVE_COSTLY";
    public const string PatienceVariable = "ACRT_LIVE_PATIENCE";

    public const string Tokens = "tokens";
    public const string Locks = "locks";
    public const string Quota = "quota";
    public const string Throttling = "throttling";

    private static readonly TimeSpan LeastPatience = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan MostPatience = TimeSpan.FromHours(2);

    /// <summary>The reason for not running on the real service; null if it was asked for.</summary>
    public static string? WhyNot(Func<string, string?> variable) =>
        string.IsNullOrWhiteSpace(variable(RegistryVariable)) || string.IsNullOrWhiteSpace(variable(RightsVariable))
            ? $"runs on a real registry if {RegistryVariable} and {RightsVariable} are set: see docs/live-tests.md"
            : null;

    /// <exception cref="ArgumentException">A variable has a wrong value. Names all of them.</exception>
    public static LiveSettings Read(Func<string, string?> variable)
    {
        var mistakes = new List<string>();
        var rights = Words(RightsVariable, Tokens, Locks);
        var costly = Words(CostlyVariable, Quota, Throttling);
        if (!rights.Contains(Tokens))
            mistakes.Add($"{RightsVariable} lacks {Tokens}: every probe creates tokens");

        var patience = TimeSpan.FromMinutes(3);
        if (variable(PatienceVariable) is { Length: > 0 } text)
        {
            if (!TimeSpan.TryParseExact(text, "c", CultureInfo.InvariantCulture, out patience) || patience < LeastPatience || patience > MostPatience)
                mistakes.Add($"{PatienceVariable} is '{text}', and not hh:mm:ss between {LeastPatience} and {MostPatience}");
        }

        return mistakes.Count > 0
            ? throw new ArgumentException(string.Join("; ", mistakes))
            : new LiveSettings(variable(RegistryVariable)!.Trim(), rights, costly, patience);

        HashSet<string> Words(string name, params string[] known)
        {
            var words = (variable(name) ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).ToHashSet();
            mistakes.AddRange(words.Except(known).Select(word => $"{name} has '{word}', which is none of {string.Join(", ", known)}"));
            return words;
        }
    }
}
