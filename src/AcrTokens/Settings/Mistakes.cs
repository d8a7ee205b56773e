namespace AcrTokens;

/// <summary>Everything that is wrong with a task's settings, reported at once and before the first request.</summary>
internal sealed class Mistakes
{
    private readonly List<string> found = [];

    public IReadOnlyList<string> Found => found;

    public void Add(string mistake) => found.Add(mistake);

    public void AddIf(bool wrong, string mistake)
    {
        if (wrong)
            found.Add(mistake);
    }

    /// <summary>A time that is so far from now has no date.</summary>
    public void AddIfEndless(string what, TimeSpan? time, DateTimeOffset now) =>
        AddIf(time > DateTimeOffset.MaxValue - now, $"{what} {time} is more than the calendar holds");

    /// <summary>The items that are there; that some are not is a mistake, and so is the want of a list.</summary>
    public IReadOnlyList<T> Present<T>(string what, IReadOnlyList<T?>? items)
        where T : class
    {
        AddIf(items is null, $"the list of {what} is null");
        AddIf(items?.Contains(null) == true, $"the list of {what} holds a null");
        return [.. items?.OfType<T>() ?? []];
    }

    public void ThrowIfAny(string task)
    {
        if (found.Count > 0)
            throw new AcrException($"{task} was not started, nothing was sent: {string.Join("; ", found)}.")
            {
                Operation = task,
                NothingDone = true,
                IsTransient = false,
            };
    }
}
