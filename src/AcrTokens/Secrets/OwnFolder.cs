using System.Runtime.Versioning;
using System.Security.AccessControl;
using System.Security.Principal;

namespace AcrTokens;

/// <summary>A private folder: it belongs to the user, only the user can access it, and it is no link.</summary>
internal static class OwnFolder
{
    public static bool Is(string path) => OperatingSystem.IsWindows() ? IsOnWindows(path) : UnixStatus.Of(path) is { IsOwnFolder: true };

    /// <summary>Creates one. Anything that already has that name stays as it is: check <see cref="Is"/>.</summary>
    public static void Make(string path)
    {
        if (OperatingSystem.IsWindows())
            MakeOnWindows(path);
        else if (UnixStatus.Of(path) is null)
            Directory.CreateDirectory(path, UnixStatus.OwnFolderMode);
    }

    /// <summary>Whether it is a folder, and no link to one.</summary>
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
            // Files of an administrator belong to the Administrators group.
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
            return false; // its owner may not be read
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
