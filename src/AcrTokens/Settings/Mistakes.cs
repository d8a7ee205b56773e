namespace AcrTokens;

/// <summary>All mistakes in a task's settings, reported together and before the first request.</summary>
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

    /// <summary>A time that far from now has no date.</summary>
    public void AddIfEndless(string what, TimeSpan? time, DateTimeOffset now) =>
        AddIf(time > DateTimeOffset.MaxValue - now, $"{what} {time} is more than the calendar holds");

    /// <summary>The items that are not null. Null items and a null list are mistakes.</summary>
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
