using System.Diagnostics.CodeAnalysis;

namespace AcrTokens;

/// <summary>
/// Runs what tells of the work: a log, an audit, a listener of telemetry. If that throws, as on a full disk, no token must be left behind. If it
/// blocks, it must not delay the process's end.
/// </summary>
internal sealed class Careful(ProcessEnd end)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(0.2);

    private volatile bool isStuck;

    public void Run(Action write)
    {
        if (!end.IsUnderWay)
            Write();
        else if (!isStuck)
            isStuck = !HostOutput.IsDone(Write, Patience);

        [SuppressMessage("Design", "CA1031:Do not catch general exception types", Justification = "What is said of the work is not the work.")]
        void Write()
        {
            try
            {
                write();
            }
            catch (Exception)
            {
                // there is nowhere else to log
            }
        }
    }
}
