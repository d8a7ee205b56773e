using System.Runtime.Versioning;
using System.Security.AccessControl;
using System.Security.Principal;
using System.Text;

namespace AcrTokens.Tool.Output;

/// <summary>
/// A file for one password, readable only by the user. It is created under a temporary name before the password is generated, so that a full disk or
/// a missing permission is reported in time, and renamed once it holds the password. An existing file stays as it is until then.
/// </summary>
internal sealed class PasswordFile : IDisposable
{
    private const UnixFileMode Own = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private readonly string path;
    private readonly string temporary;
    private FileStream? file;

    private PasswordFile(string path)
    {
        this.path = path;
        temporary = $"{path}.{Guid.NewGuid():N}";
        file = Create(temporary);
    }

    /// <summary>Why no password can be written there; null if one can. Only an older password may be replaced.</summary>
    public static string? FindMistake(string path)
    {
        if (path.Length == 0)
            return "--password-file names no file";

        FileAttributes attributes;
        try
        {
            path = Path.GetFullPath(path);
            attributes = File.GetAttributes(path);
        }
        catch (FileNotFoundException)
        {
            return null;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return $"--password-file '{path}' cannot be written: {failure.Message}";
        }

        if (attributes.HasFlag(FileAttributes.Directory))
            return $"--password-file '{path}' is a directory";
        if (attributes.HasFlag(FileAttributes.ReparsePoint))
            return $"--password-file '{path}' is a link: name a file (--password-stdout writes to a pipe)";
        return IsOwnAlone(path) ? null : $"--password-file '{path}' is there, and is no password's file: it is not yours alone (mode 0600)";
    }

    /// <exception cref="AcrException">It cannot be created.</exception>
    public static PasswordFile Reserve(string path)
    {
        path = Path.GetFullPath(path);
        return Try(path, () => new PasswordFile(path), isBefore: true);
    }

    /// <exception cref="AcrException">It cannot be written.</exception>
    public void Write(AcrSecret password) =>
        Try(
            path,
            () =>
            {
                file!.Write(Encoding.UTF8.GetBytes(password.Reveal()));
                file.Flush(flushToDisk: true);
                file.Dispose();
                File.Move(temporary, path, overwrite: true);
                file = null;
                return true;
            },
            isBefore: false
        );

    public void Dispose()
    {
        if (file is null)
            return;

        file.Dispose();
        try
        {
            File.Delete(temporary);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            // The earlier failure matters more, and the file is empty.
        }
    }

    private static T Try<T>(string path, Func<T> work, bool isBefore)
    {
        try
        {
            return work();
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new AcrException($"The password cannot be written to '{path}': {failure.Message}", failure)
            {
                NothingDone = isBefore,
                IsTransient = false,
            };
        }
    }

    // A pipe's or device's mode says nothing, and opening it may hand the password to its reader.
    private static bool IsOwnAlone(string path)
    {
        if (OperatingSystem.IsWindows())
            return true;

        try
        {
            if (File.GetUnixFileMode(path) != Own)
                return false;
            using var opened = new FileStream(path, FileMode.Open, FileAccess.ReadWrite);
            return opened.CanSeek;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private static FileStream Create(string path)
    {
        if (OperatingSystem.IsWindows())
            return CreateOnWindows(path);

        return new FileStream(
            path,
            new FileStreamOptions
            {
                Mode = FileMode.CreateNew,
                Access = FileAccess.Write,
                UnixCreateMode = Own,
                BufferSize = 0,
            }
        );
    }

    [SupportedOSPlatform("windows")]
    private static FileStream CreateOnWindows(string path)
    {
        using var identity = WindowsIdentity.GetCurrent();
        var security = new FileSecurity();
        security.SetAccessRuleProtection(isProtected: true, preserveInheritance: false);
        security.AddAccessRule(new FileSystemAccessRule(identity.User!, FileSystemRights.FullControl, AccessControlType.Allow));
        return new FileInfo(path).Create(FileMode.CreateNew, FileSystemRights.Modify, FileShare.None, 4096, FileOptions.None, security);
    }
}
