using System.Diagnostics.CodeAnalysis;

namespace AcrTokens;

/// <summary>Writes a process's last lines to standard output. A console that throws or blocks must not keep the process from ending.</summary>
internal static class HostOutput
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(0.2);

    private static volatile bool isStuck;

    public static void Write(string line) => isStuck = isStuck || !IsDone(() => Console.Out.WriteLine(line), Patience);

    /// <summary>Runs an action on its own background thread. Returns whether it finished in time, failed or not.</summary>
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
                // nobody is left to tell
            }
        })
        {
            IsBackground = true,
        };
        thread.Start();
        return thread.Join(patience);
    }
}
