using System.CommandLine;
using System.Diagnostics.CodeAnalysis;
using Microsoft.Win32.SafeHandles;

namespace AcrTokens.Tool.CommandLine;

/// <summary>The tool's two outputs. What the library says goes to standard error: standard output is another command's, or read by one.</summary>
internal static class Streams
{
    private static readonly List<SafeFileHandle> Kept = [];

    /// <summary>Whether standard output was closed, so that what is written to it is lost.</summary>
    public static bool IsOutputClosed => Kept.Any(handle => handle.DangerousGetHandle() == 1);

    /// <summary>Opened past <see cref="Console.Out"/>, which prepares a terminal that it finds.</summary>
    [SuppressMessage("Reliability", "CA2000:Dispose objects before losing scope", Justification = "They are the process's, until it ends.")]
    public static InvocationConfiguration Open()
    {
        CoverClosed();
        var output = new StreamWriter(Console.OpenStandardOutput()) { AutoFlush = true };
        var error = TextWriter.Synchronized(new StreamWriter(Console.OpenStandardError()) { AutoFlush = true });
        Console.SetOut(error);
        // Signals are our own business.
        return new InvocationConfiguration
        {
            ProcessTerminationTimeout = null,
            EnableDefaultExceptionHandler = false,
            Output = output,
            Error = error,
        };
    }

    // The number of one that was closed would be a connection's before long, and what is said would go there.
    private static void CoverClosed()
    {
        if (OperatingSystem.IsWindows())
            return;

        SafeFileHandle handle;
        do
        {
            handle = File.OpenHandle("/dev/null", FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite);
            Kept.Add(handle);
        } while (handle.DangerousGetHandle() <= 2);
    }
}
