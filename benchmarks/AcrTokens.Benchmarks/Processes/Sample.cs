namespace AcrTokens.Benchmarks.Processes;

/// <summary>What one run took.</summary>
/// <param name="Wall">By the clock, in milliseconds.</param>
/// <param name="Processor">In user and in kernel mode together, in milliseconds.</param>
/// <param name="Memory">The most that it had in memory, in MB.</param>
internal sealed record Sample(double Wall, double Processor, double Memory)
{
    /// <summary>One after the other.</summary>
    public static Sample operator +(Sample first, Sample second) =>
        new(first.Wall + second.Wall, first.Processor + second.Processor, Math.Max(first.Memory, second.Memory));
}
