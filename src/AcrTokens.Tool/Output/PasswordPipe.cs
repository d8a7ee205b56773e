using System.Text;
using Microsoft.Win32.SafeHandles;

namespace AcrTokens.Tool.Output;

/// <summary>Writes a password to standard output.</summary>
internal static class PasswordPipe
{
    /// <exception cref="AcrException">The reader is gone.</exception>
    public static void Write(AcrSecret password)
    {
        try
        {
            // The console's stream does not report a broken pipe.
            using var handle = new SafeFileHandle(1, ownsHandle: false);
            using var output = OperatingSystem.IsWindows() ? Console.OpenStandardOutput() : new FileStream(handle, FileAccess.Write, bufferSize: 0);
            output.Write(Encoding.UTF8.GetBytes($"{password.Reveal()}\n"));
            output.Flush();
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new AcrException($"The password cannot be written to standard output: {failure.Message}", failure) { IsTransient = false };
        }
    }
}
