using System.Runtime.InteropServices;
using System.Runtime.Versioning;

namespace AcrTokens;

/// <summary>What a Unix system says of a file itself, not of what a link there leads to: its kind, its mode, and whose it is.</summary>
/// <remarks>
/// .NET tells no owner, and a <c>stat</c> of the C library differs between systems, processors and C libraries. This is the function
/// that .NET's own files stand on: it comes with every runtime (glibc, musl, macOS, ahead of time) and fills one structure on all of
/// them. Were that ever to change, kind and mode would not be what is asked for either, and nothing would pass for the user's own.
/// </remarks>
[UnsupportedOSPlatform("windows")]
internal readonly partial record struct UnixStatus(int KindAndMode, uint Owner)
{
    private const string Runtime = "libSystem.Native";

    /// <summary>The mode of a folder that nobody else has access to.</summary>
    public const UnixFileMode OwnFolderMode = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    private const int Rights = 0x1FF;
    private const int Kind = 0xF000;
    private const int Pipe = 0x1000;
    private const int Device = 0x2000;
    private const int Folder = 0x4000;
    private const int File = 0x8000;
    private const int Socket = 0xC000;

    /// <summary>A folder of the user's that nobody else has access to.</summary>
    public bool IsOwnFolder => (KindAndMode & (Kind | Rights)) == (Folder | (int)OwnFolderMode) && Owner == GetUser();

    public bool IsFile => (KindAndMode & Kind) == File;

    public bool IsCharacterDevice => (KindAndMode & Kind) == Device;

    /// <summary>Whether somebody is at the other end.</summary>
    public bool IsConnection => (KindAndMode & Kind) is Pipe or Socket;

    /// <summary>Null where there is nothing, or nothing that may be asked for.</summary>
    public static UnixStatus? Of(string path) => LStat(path, out var status) == 0 ? new(status.Mode, status.Owner) : null;

    /// <summary>Of an open file.</summary>
    public static UnixStatus? Of(int descriptor) => FStat(descriptor, out var status) == 0 ? new(status.Mode, status.Owner) : null;

    /// <summary>The number of the user that the system takes this process for.</summary>
    [LibraryImport(Runtime, EntryPoint = "SystemNative_GetEUid")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static partial uint GetUser();

    [LibraryImport(Runtime, EntryPoint = "SystemNative_LStat", StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int LStat(string path, out NativeStatus status);

    [LibraryImport(Runtime, EntryPoint = "SystemNative_FStat")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int FStat(nint descriptor, out NativeStatus status);

    // The beginning of it, and more room than it takes.
    [StructLayout(LayoutKind.Explicit, Size = 256)]
    private readonly struct NativeStatus
    {
        [FieldOffset(4)]
        public readonly int Mode;

        [FieldOffset(8)]
        public readonly uint Owner;
    }
}
