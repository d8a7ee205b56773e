namespace AcrTokens.Benchmarks.Processes;

/// <summary>One of the compared ways.</summary>
/// <param name="Name">The name in the table.</param>
/// <param name="Floor">The name of the contestant to compare with: the minimum, built in the same way.</param>
/// <param name="Commands">The processes to run in sequence. The argument is a new token's name.</param>
internal sealed record Contestant(string Name, string Floor, Func<string, IReadOnlyList<IReadOnlyList<string>>> Commands)
{
    public List<Sample> Samples { get; } = [];

    /// <summary>The emulator's operations in one run.</summary>
    public IReadOnlyList<string> Operations { get; set; } = [];

    /// <summary>The output of the last run.</summary>
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
