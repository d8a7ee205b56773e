using System.Runtime.Versioning;
using System.Security.AccessControl;
using System.Security.Principal;

namespace AcrTokens;

/// <summary>A folder of the user's that nobody else has access to, and that is no link.</summary>
internal static class OwnFolder
{
    public static bool Is(string path) => OperatingSystem.IsWindows() ? IsOnWindows(path) : UnixStatus.Of(path) is { IsOwnFolder: true };

    /// <summary>Makes one. Where there is something by that name already, that stays as it is, whatever it is: ask <see cref="Is"/>.</summary>
    public static void Make(string path)
    {
        if (OperatingSystem.IsWindows())
            MakeOnWindows(path);
        else if (UnixStatus.Of(path) is null)
            Directory.CreateDirectory(path, UnixStatus.OwnFolderMode);
    }

    /// <summary>Whether it is a folder itself, and no link to one.</summary>
    public static bool IsFolder(FileSystemInfo entry) =>
        (entry.Attributes & (FileAttributes.Directory | FileAttributes.ReparsePoint)) == FileAttributes.Directory;

    [SupportedOSPlatform("windows")]
    private static bool IsOnWindows(string path)
    {
        var folder = new DirectoryInfo(path);
        if (!folder.Exists || !IsFolder(folder))
            return false;

        try
        {
            using var identity = WindowsIdentity.GetCurrent();
            var security = folder.GetAccessControl(AccessControlSections.Owner | AccessControlSections.Access);
            // What an administrator makes belongs to the administrators.
            return security.GetOwner(typeof(SecurityIdentifier)) is { } owner
                && (owner.Equals(identity.User) || owner.Equals(identity.Owner))
                && security.AreAccessRulesProtected
                && security
                    .GetAccessRules(includeExplicit: true, includeInherited: true, typeof(SecurityIdentifier))
                    .Cast<FileSystemAccessRule>()
                    .All(rule => rule.IdentityReference.Equals(identity.User));
        }
        catch (UnauthorizedAccessException)
        {
            return false; // whose it is, is not for this user to know
        }
    }

    [SupportedOSPlatform("windows")]
    private static void MakeOnWindows(string path)
    {
        if (Path.Exists(path))
            return;

        using var identity = WindowsIdentity.GetCurrent();
        var security = new DirectorySecurity();
        security.SetAccessRuleProtection(isProtected: true, preserveInheritance: false);
        security.AddAccessRule(
            new FileSystemAccessRule(
                identity.User!,
                FileSystemRights.FullControl,
                InheritanceFlags.ContainerInherit | InheritanceFlags.ObjectInherit,
                PropagationFlags.None,
                AccessControlType.Allow
            )
        );
        security.CreateDirectory(path);
    }
}
