using System.Runtime.InteropServices;
using System.Runtime.Versioning;

namespace AcrTokens;

/// <summary>Finds the output that the CI host reads. It never sees one that is redirected to a file.</summary>
internal static partial class HostStream
{
    private const int Output = 1;
    private const int Errors = 2;

    /// <summary>
    /// Standard output if something reads it, else standard error, else null. Hosts take commands from both. Standard error comes second, since a
    /// step can be set to fail on any output there (Azure Pipelines' <c>failOnStderr</c>).
    /// </summary>
    public static Stream? Open() => IsRead(Output, Console.IsOutputRedirected) ? Console.OpenStandardOutput() : OpenErrors();

    /// <summary>Standard error if something reads it, else null.</summary>
    public static Stream? OpenErrors() => IsRead(Errors, Console.IsErrorRedirected) ? Console.OpenStandardError() : null;

    /// <summary>Whether something may read it: a pipe, a socket or a terminal, rather than a file or <c>/dev/null</c>.</summary>
    /// <param name="descriptor">The output's file descriptor.</param>
    /// <param name="isRedirected">Whether it is anything but a terminal.</param>
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
