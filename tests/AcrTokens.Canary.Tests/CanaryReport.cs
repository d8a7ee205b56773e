using AcrTokens.Faults;

namespace AcrTokens.Canary.Tests;

/// <summary>A build's result, and the places where its secret was found.</summary>
internal sealed record CanaryReport(CanaryCase Case, string Said)
{
    private readonly List<string> wrong = [];
    private readonly List<Finding> findings = [];

    /// <summary>The findings where no secret may be.</summary>
    public IReadOnlyList<Finding> Findings => findings;

    /// <summary>Other errors; empty if there are none.</summary>
    public IReadOnlyList<string> Wrong => wrong;

    /// <summary>The passwords that the registry returned to the build.</summary>
    public IReadOnlyList<Told> Secrets { get; init; } = [];

    /// <summary>How many texts, files or processes were searched.</summary>
    public Dictionary<Place, int> Searched { get; } = [];

    /// <summary>How often the secret was found where it may be.</summary>
    public Dictionary<Place, int> Allowed { get; } = [];

    public IEnumerable<Place> Places => findings.Select(f => f.Place).Distinct().Order();

    public void Expect(bool isRight, string otherwise)
    {
        if (!isRight)
            wrong.Add(otherwise);
    }

    /// <summary>Counts a search, and records its findings.</summary>
    public void Note(Place place, string what, IReadOnlyList<int> forms)
    {
        Searched[place] = Searched.GetValueOrDefault(place) + 1;
        findings.AddRange(forms.Select(form => new Finding(place, what, form)));
    }

    /// <summary>Counts a place that may hold the secret, if it does.</summary>
    public void Allow(Place place, IReadOnlyList<int> forms) => Allowed[place] = Allowed.GetValueOrDefault(place) + (forms.Count > 0 ? 1 : 0);

    public override string ToString()
    {
        var found = findings
            .GroupBy(f => (f.Place, f.Where))
            .Select(f => $"{f.Key.Place} {f.Key.Where} (forms {string.Join(' ', f.Select(x => x.Form))})");
        return $"{Case}: "
            + $"{string.Join("; ", wrong.Concat(found))}\n{string.Concat(Said.Trim().Split('\n').TakeLast(80).Select(line => $"    | {line}\n"))}";
    }
}
