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

    public void ThrowIfAny(string task)
    {
        if (found.Count > 0)
            throw new AcrException($"{task} was not started, nothing was sent: {string.Join("; ", found)}.") { Operation = task, NothingDone = true };
    }
}
