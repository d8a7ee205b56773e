using System.Globalization;

namespace AcrTokens.Tool.Output;

/// <summary>
/// A sweep's progress, in one line of the terminal. How many tokens there are is known only at the end, so the bar shows that there is work, and the
/// numbers how much.
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

    /// <summary>Whether somebody looks at a terminal that can take a line back.</summary>
    public static bool IsShown { get; } = !Console.IsErrorRedirected && Environment.GetEnvironmentVariable("TERM") is not (null or "" or "dumb");

    public void Report(AcrSweepReport value)
    {
        var elapsed = clock.GetElapsedTime(began);
        lock (gate)
        {
            if (elapsed - painted < Interval)
                return;

            painted = elapsed;
            terminal.Write(Clear + Line(value, elapsed) + "\r"); // what the log writes meanwhile takes its place
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
