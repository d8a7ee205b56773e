using System.Diagnostics;
using System.Runtime.Versioning;
using System.Security.AccessControl;
using System.Security.Principal;

namespace AcrTokens;

/// <summary>
/// A temporary folder that only the user has access to, for as long as this process lives. It says whose it is by its name,
/// and that its owner lives by a file in it that is locked: the system lets go of that however the process ends.
/// </summary>
internal sealed class PrivateFolder : IDisposable
{
    private const string Prefix = "acrtokens-";
    private const string Lock = "lock";

    // In which a new folder's lock is taken for certain.
    private static readonly TimeSpan Young = TimeSpan.FromMinutes(1);

    private readonly FileStream alive;

    private PrivateFolder(string path)
    {
        Path = path;
        alive = new FileStream(System.IO.Path.Combine(path, Lock), FileMode.CreateNew, FileAccess.Write, FileShare.None);
    }

    public string Path { get; }

    public static PrivateFolder Create()
    {
        var prefix = $"{Prefix}{Environment.ProcessId}-";
        return new PrivateFolder(OperatingSystem.IsWindows() ? CreateOnWindows(prefix) : Directory.CreateTempSubdirectory(prefix).FullName);
    }

    /// <summary>Removes the folders of processes that are gone. What cannot be removed stays, and is no error.</summary>
    /// <param name="now">The system's time.</param>
    public static void RemoveLeftovers(DateTimeOffset now)
    {
        foreach (var folder in Directory.EnumerateDirectories(System.IO.Path.GetTempPath(), $"{Prefix}*"))
        {
            try
            {
                if (IsLeftover(folder, now))
                    Directory.Delete(folder, recursive: true);
            }
            catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
            {
            }
        }
    }

    /// <summary>Writes a file that only the user may read.</summary>
    public void Write(string name, string text)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;

        using var writer = new StreamWriter(System.IO.Path.Combine(Path, name), options);
        writer.Write(text);
    }

    public void Dispose()
    {
        alive.Dispose();
        try
        {
            Directory.Delete(Path, recursive: true);
        }
        catch (DirectoryNotFoundException)
        {
        }
    }

    private static bool IsLeftover(string folder, DateTimeOffset now)
    {
        var owner = System.IO.Path.GetFileName(folder)[Prefix.Length..].Split('-')[0];
        if (!int.TryParse(owner, out var id) || now - Directory.GetLastWriteTimeUtc(folder) < Young || IsRunning(id))
            return false;

        // The owner may be out of sight, in another container that shares the folder: the lock is seen there too.
        var file = System.IO.Path.Combine(folder, Lock);
        if (File.Exists(file))
            new FileStream(file, FileMode.Open, FileAccess.Write, FileShare.None).Dispose();
        return true;
    }

    private static bool IsRunning(int id)
    {
        try
        {
            Process.GetProcessById(id).Dispose();
            return true;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    [SupportedOSPlatform("windows")]
    private static string CreateOnWindows(string prefix)
    {
        using var identity = WindowsIdentity.GetCurrent();
        var security = new DirectorySecurity();
        security.SetAccessRuleProtection(isProtected: true, preserveInheritance: false);
        security.AddAccessRule(new FileSystemAccessRule(
            identity.User!, FileSystemRights.FullControl, InheritanceFlags.ContainerInherit | InheritanceFlags.ObjectInherit, PropagationFlags.None, AccessControlType.Allow));
        return security.CreateDirectory(System.IO.Path.Combine(System.IO.Path.GetTempPath(), $"{prefix}{Guid.NewGuid():N}")).FullName;
    }
}
