namespace AcrTokens.Benchmarks.Processes;

/// <summary>One way to mint and disable.</summary>
/// <param name="Name">As the table shows it.</param>
/// <param name="Floor">The bare requests, made in the same way, that it is compared with.</param>
/// <param name="Commands">The processes that it takes, one after the other; the argument is a new token's name.</param>
internal sealed record Contestant(string Name, string Floor, Func<string, IReadOnlyList<IReadOnlyList<string>>> Commands)
{
    public List<Sample> Samples { get; } = [];

    /// <summary>What it asks of the emulator in one run.</summary>
    public IReadOnlyList<string> Operations { get; set; } = [];

    public Contestant(string name, string floor, params string[] command)
        : this(name, floor, _ => [command])
    {
    }

    public async Task<Sample> RunAsync(IReadOnlyDictionary<string, string?> environment)
    {
        Sample? sum = null;
        foreach (var command in Commands($"bench-{Guid.NewGuid():N}"[..30]))
        {
            var sample = await TimedProcess.RunAsync(command, environment);
            sum = sum is null ? sample : sum + sample;
        }

        return sum!;
    }
}
