using System.Runtime.InteropServices;
using System.Runtime.Versioning;

namespace AcrTokens;

/// <summary>Which of the process's two outputs a CI host reads: one that ends in a file it never sees.</summary>
internal static partial class HostStream
{
    private const int Output = 1;
    private const int Errors = 2;

    /// <summary>
    /// Standard output where somebody reads it, else standard error, else null. Hosts take commands from both; standard error comes
    /// second, since a step can be set to fail for anything there (Azure Pipelines' <c>failOnStderr</c>).
    /// </summary>
    public static Stream? Open() => IsRead(Output, Console.IsOutputRedirected) ? Console.OpenStandardOutput() : OpenErrors();

    /// <summary>Standard error where somebody reads it, else null.</summary>
    public static Stream? OpenErrors() => IsRead(Errors, Console.IsErrorRedirected) ? Console.OpenStandardError() : null;

    /// <summary>Whether somebody may read it: it is a pipe, a socket or a terminal, and not a file or <c>/dev/null</c>.</summary>
    /// <param name="descriptor">The output's number.</param>
    /// <param name="isRedirected">Whether it is something else than a terminal.</param>
    internal static bool IsRead(int descriptor, bool isRedirected) =>
        OperatingSystem.IsWindows()
            ? Windows.GetFileType(Windows.GetStdHandle(-10 - descriptor)) is var type
                && (type == Windows.Pipe || (type == Windows.Device && !isRedirected))
            : UnixStatus.Of(descriptor) is { } status && (status.IsConnection || (status.IsCharacterDevice && !isRedirected));

    [SupportedOSPlatform("windows")]
    private static partial class Windows
    {
        public const int Device = 2;
        public const int Pipe = 3;

        [LibraryImport("kernel32")]
        [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
        public static partial nint GetStdHandle(int number);

        [LibraryImport("kernel32")]
        [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
        public static partial int GetFileType(nint handle);
    }
}
