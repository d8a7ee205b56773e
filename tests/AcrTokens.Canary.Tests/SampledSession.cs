namespace AcrTokens.Canary.Tests;

/// <summary>
/// The sampled processes of one build. Read it only while the sampler does not write: in its own calls, and after the end.
/// </summary>
internal sealed class SampledSession(int id)
{
    private readonly Dictionary<(int Id, string Started), SampledProcess> processes = [];
    private readonly List<SampledProcess> alive = [];

    public IReadOnlyCollection<SampledProcess> Processes => processes.Values;

    /// <summary>The processes in the last sample.</summary>
    public IReadOnlyList<SampledProcess> Alive => [.. alive];

    public bool Holds(int process, int parent, int session) => process == id || session == id || processes.Keys.Any(k => k.Id == parent);

    public void Begin() => alive.Clear();

    public void Note(int process, int parent, string started, string arguments, string environment)
    {
        if (!processes.TryGetValue((process, started), out var seen))
            processes[(process, started)] = seen = new SampledProcess(process, parent, IsBuild: process == id);
        seen.ArgumentLists.Add(arguments);
        seen.Environments.Add(environment);
        alive.Add(seen);
    }

    /// <summary>Whether a process is such an ancestor, or was started by one.</summary>
    public bool IsOrDescendsFrom(SampledProcess process, Func<SampledProcess, bool> ancestor) =>
        ancestor(process) || processes.Values.Any(p => p.Id == process.Parent && p != process && IsOrDescendsFrom(p, ancestor));
}

/// <summary>A process, with all its sampled argument lists and environments: they change when it executes another program.</summary>
internal sealed record SampledProcess(int Id, int Parent, bool IsBuild)
{
    public HashSet<string> ArgumentLists { get; } = [];

    public HashSet<string> Environments { get; } = [];

    /// <summary>The program's name alone: an argument may be a secret.</summary>
    public override string ToString() => $"{Id} {Path.GetFileName(ArgumentLists.Last().Split('\0')[0])}";
}
