using System.Globalization;

namespace AcrTokens.Tool.Output;

/// <summary>
/// A sweep's progress in one line of the terminal. The total is known only at the end, so the bar shows activity and the numbers show how much was
/// done.
/// </summary>
internal sealed class TerminalBar(TextWriter terminal, TimeProvider clock) : IProgress<AcrSweepReport>, IDisposable
{
    private const int Width = 20;
    private const string Block = "====";
    private const string Clear = "\r\e[2K";

    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(100);

    private readonly long began = clock.GetTimestamp();
    private readonly Lock gate = new();
    private TimeSpan? painted;

    /// <summary>Whether standard error is a terminal that can overwrite a line.</summary>
    public static bool IsShown { get; } = !Console.IsErrorRedirected && Environment.GetEnvironmentVariable("TERM") is not (null or "" or "dumb");

    public void Report(AcrSweepReport value)
    {
        var elapsed = clock.GetElapsedTime(began);
        lock (gate)
        {
            if (elapsed - painted < Interval)
                return;

            painted = elapsed;
            terminal.Write(Clear + Line(value, elapsed) + "\r"); // log lines replace it
        }
    }

    public void Dispose() => terminal.Write(Clear);

    private static string Line(AcrSweepReport report, TimeSpan elapsed)
    {
        var position = (int)(elapsed / Interval) % (Width - Block.Length + 1);
        var bar = (new string(' ', position) + Block).PadRight(Width);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"[{bar}] {report.Listed} tokens, {report.Deleted} of {report.Selected} that are over deleted"
        );
    }
}
