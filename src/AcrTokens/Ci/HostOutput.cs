using System.Diagnostics.CodeAnalysis;

namespace AcrTokens;

/// <summary>
/// The last lines of a process, to standard output: a console that throws, or takes nothing any more, must not keep it from ending.
/// </summary>
internal static class HostOutput
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(0.2);

    private static volatile bool isStuck;

    public static void Write(string line) => isStuck = isStuck || !IsDone(() => Console.Out.WriteLine(line), Patience);

    /// <summary>Whether that was done in time, well or not. On a thread of its own, which ends with the process at the latest.</summary>
    [SuppressMessage(
        "Design",
        "CA1031:Do not catch general exception types",
        Justification = "Whoever ends goes on, whatever the output makes of it."
    )]
    internal static bool IsDone(Action write, TimeSpan patience)
    {
        var thread = new Thread(() =>
        {
            try
            {
                write();
            }
            catch (Exception)
            {
                // there is nobody left to tell
            }
        })
        {
            IsBackground = true,
        };
        thread.Start();
        return thread.Join(patience);
    }
}
