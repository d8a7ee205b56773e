namespace AcrTokens.Benchmarks.Processes;

/// <summary>One way to do it.</summary>
/// <param name="Name">As the table shows it.</param>
/// <param name="Floor">Whom it is compared with: the least, made in the same way.</param>
/// <param name="Commands">The processes that it takes, one after the other; the argument is a new token's name.</param>
internal sealed record Contestant(string Name, string Floor, Func<string, IReadOnlyList<IReadOnlyList<string>>> Commands)
{
    public List<Sample> Samples { get; } = [];

    /// <summary>What it asks of the emulator in one run.</summary>
    public IReadOnlyList<string> Operations { get; set; } = [];

    /// <summary>What its last run wrote.</summary>
    public string Output { get; private set; } = "";

    public Contestant(string name, string floor, params string[] command)
        : this(name, floor, _ => [command]) { }

    public async Task<Sample> RunAsync(IReadOnlyDictionary<string, string?> environment)
    {
        Sample? sum = null;
        foreach (var command in Commands($"bench-{Guid.NewGuid():N}"[..30]))
        {
            (var sample, Output) = await TimedProcess.RunAsync(command, environment);
            sum = sum is null ? sample : sum + sample;
        }

        return sum!;
    }
}
