using System.Runtime.InteropServices;
using System.Runtime.Versioning;

namespace AcrTokens;

/// <summary>A file's kind, mode and owner on Unix. Does not follow links.</summary>
/// <remarks>
/// .NET does not expose the owner, and <c>stat</c> of the C library differs between systems, processors and C libraries. This function is what .NET's
/// own file APIs use: every runtime has it (glibc, musl, macOS, ahead of time), and it fills the same structure everywhere. If that ever changed,
/// kind and mode would not match either, and no folder would be accepted as the user's own.
/// </remarks>
[UnsupportedOSPlatform("windows")]
internal readonly partial record struct UnixStatus(int KindAndMode, uint Owner)
{
    private const string Runtime = "libSystem.Native";

    /// <summary>The mode of a folder that only its owner can access.</summary>
    public const UnixFileMode OwnFolderMode = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    private const int Rights = 0x1FF;
    private const int Kind = 0xF000;
    private const int Pipe = 0x1000;
    private const int Device = 0x2000;
    private const int Folder = 0x4000;
    private const int File = 0x8000;
    private const int Socket = 0xC000;

    /// <summary>Whether it is a folder that belongs to the user and that only the user can access.</summary>
    public bool IsOwnFolder => (KindAndMode & (Kind | Rights)) == (Folder | (int)OwnFolderMode) && Owner == GetUser();

    public bool IsFile => (KindAndMode & Kind) == File;

    public bool IsCharacterDevice => (KindAndMode & Kind) == Device;

    /// <summary>Whether it is a pipe, a socket or a terminal.</summary>
    public bool IsConnection => (KindAndMode & Kind) is Pipe or Socket;

    /// <summary>Reads a path's status; null if it does not exist or may not be read.</summary>
    public static UnixStatus? Of(string path) => LStat(path, out var status) == 0 ? new(status.Mode, status.Owner) : null;

    /// <summary>Reads an open file's status.</summary>
    public static UnixStatus? Of(int descriptor) => FStat(descriptor, out var status) == 0 ? new(status.Mode, status.Owner) : null;

    /// <summary>The process's effective user id.</summary>
    [LibraryImport(Runtime, EntryPoint = "SystemNative_GetEUid")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static partial uint GetUser();

    [LibraryImport(Runtime, EntryPoint = "SystemNative_LStat", StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int LStat(string path, out NativeStatus status);

    [LibraryImport(Runtime, EntryPoint = "SystemNative_FStat")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int FStat(nint descriptor, out NativeStatus status);

    // The first fields, padded to more than the structure's size.
    [StructLayout(LayoutKind.Explicit, Size = 256)]
    private readonly struct NativeStatus
    {
        [FieldOffset(4)]
        public readonly int Mode;

        [FieldOffset(8)]
        public readonly uint Owner;
    }
}
