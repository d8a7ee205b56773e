using System.CommandLine;
using System.Diagnostics.CodeAnalysis;
using Microsoft.Win32.SafeHandles;

namespace AcrTokens.Tool.CommandLine;

/// <summary>The tool's output streams. The library logs to standard error, since another command writes or reads standard output.</summary>
internal static class Streams
{
    private static readonly List<SafeFileHandle> Kept = [];

    /// <summary>Whether standard output is closed, so that writes to it are lost.</summary>
    public static bool IsOutputClosed => Kept.Any(handle => handle.DangerousGetHandle() == 1);

    /// <summary>Opens the streams without <see cref="Console.Out"/>, which would change a terminal's settings.</summary>
    [SuppressMessage("Reliability", "CA2000:Dispose objects before losing scope", Justification = "They are the process's, until it ends.")]
    public static InvocationConfiguration Open()
    {
        CoverClosed();
        var output = new StreamWriter(Console.OpenStandardOutput()) { AutoFlush = true };
        var error = TextWriter.Synchronized(new StreamWriter(Console.OpenStandardError()) { AutoFlush = true });
        Console.SetOut(error);
        // The tool handles signals itself.
        return new InvocationConfiguration
        {
            ProcessTerminationTimeout = null,
            EnableDefaultExceptionHandler = false,
            Output = output,
            Error = error,
        };
    }

    // A closed descriptor's number would be reused for a connection, and output would go there.
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
