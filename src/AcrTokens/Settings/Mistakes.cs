namespace AcrTokens;

/// <summary>Everything that is wrong with a task's settings, reported at once and before the first request.</summary>
internal sealed class Mistakes
{
    private readonly List<string> found = [];

    public void Add(string mistake) => found.Add(mistake);

    public void AddIf(bool wrong, string mistake)
    {
        if (wrong)
            found.Add(mistake);
    }

    /// <summary>Those of scopes that are to be one scope map.</summary>
    public void AddFrom(IReadOnlyList<AcrScope> scopes)
    {
        foreach (var scope in scopes)
            scope.Check(this);

        var actions = scopes.SelectMany(s => s.ToActions()).Distinct().Count();
        AddIf(actions > AcrNames.MaximumActions, $"a scope map holds at most {AcrNames.MaximumActions} actions, not {actions}");
    }

    public void ThrowIfAny(string task)
    {
        if (found.Count > 0)
            throw new AcrException($"{task} was not started, nothing was sent: {string.Join("; ", found)}.") { Operation = task };
    }
}
