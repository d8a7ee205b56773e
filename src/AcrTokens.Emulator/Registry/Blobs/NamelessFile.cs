using System.Diagnostics.CodeAnalysis;
using Microsoft.Win32.SafeHandles;

namespace AcrTokens.Emulator.Registry.Blobs;

/// <summary>
/// Files in the machine's temporary folder that only this process can reach, and that the system removes with it, however it ends: on Unix a file
/// loses its name as soon as it is open, and Windows deletes it with its last handle.
/// </summary>
internal static class NamelessFile
{
    public static string Folder => Path.GetTempPath();

    [SuppressMessage("Reliability", "CA2000", Justification = "The handle outlives its stream, which has no buffer.")]
    public static SafeFileHandle Open()
    {
        var path = Path.Combine(Folder, $"acr-emulator-blob-{Guid.NewGuid():N}");
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.ReadWrite,
            Share = FileShare.None,
            BufferSize = 0,
        };
        if (OperatingSystem.IsWindows())
        {
            options.Options = FileOptions.DeleteOnClose;
            return new FileStream(path, options).SafeFileHandle;
        }

        options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        var file = new FileStream(path, options).SafeFileHandle;
        File.Delete(path);
        return file;
    }

    public static long FreeSpace() => new DriveInfo(Folder).AvailableFreeSpace;
}
