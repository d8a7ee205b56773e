namespace AcrTokens.Benchmarks.Processes;

/// <summary>The cost of one run.</summary>
/// <param name="Wall">Elapsed time in milliseconds.</param>
/// <param name="Processor">Processor time in user and kernel mode, in milliseconds.</param>
/// <param name="Memory">Peak memory in MB.</param>
internal sealed record Sample(double Wall, double Processor, double Memory)
{
    /// <summary>Adds two runs in sequence.</summary>
    public static Sample operator +(Sample first, Sample second) =>
        new(first.Wall + second.Wall, first.Processor + second.Processor, Math.Max(first.Memory, second.Memory));
}
