using System.Runtime.InteropServices;
using System.Runtime.Versioning;

namespace AcrTokens.Tool.Processes;

/// <summary>Functions of the C library that .NET lacks.</summary>
[UnsupportedOSPlatform("windows")]
internal static partial class Unix
{
    private const string C = "libc";

    /// <summary>Sends a signal to a process. Does not fail if the process is gone.</summary>
    public static void Send(int process, int signal) => _ = Kill(process, signal);

    /// <summary>Whether this process is in a terminal's foreground group, which receives the keys' signals.</summary>
    public static bool IsInForeground()
    {
        try
        {
            using var terminal = File.OpenHandle("/dev/tty");
            return GetForegroundGroup((int)terminal.DangerousGetHandle()) == GetGroup();
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return false; // there is no terminal
        }
    }

    [LibraryImport(C, EntryPoint = "kill")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Kill(int process, int signal);

    [LibraryImport(C, EntryPoint = "tcgetpgrp")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int GetForegroundGroup(int terminal);

    [LibraryImport(C, EntryPoint = "getpgrp")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int GetGroup();
}
