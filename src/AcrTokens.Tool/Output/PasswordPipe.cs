using System.Text;
using Microsoft.Win32.SafeHandles;

namespace AcrTokens.Tool.Output;

/// <summary>Standard output, for a password.</summary>
internal static class PasswordPipe
{
    /// <exception cref="AcrException">Nobody reads it.</exception>
    public static void Write(AcrSecret password)
    {
        try
        {
            using var output = Open();
            output.Write(Encoding.UTF8.GetBytes($"{password.Reveal()}\n"));
            output.Flush();
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new AcrException($"The password cannot be written to standard output: {failure.Message}", failure) { IsTransient = false };
        }
    }

    // The console's own stream tells nobody that a pipe's reader is gone.
    private static Stream Open()
    {
        if (OperatingSystem.IsWindows())
            return Console.OpenStandardOutput();

        return new FileStream(new SafeFileHandle(1, ownsHandle: false), FileAccess.Write, bufferSize: 0);
    }
}
