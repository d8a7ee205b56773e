namespace AcrTokens;

/// <summary>Removes a folder in a private parent, without following links.</summary>
internal static class FolderRemoval
{
    /// <summary>
    /// Removes the folder. Moves each subfolder into the parent before looking into it: anyone who can write to the folder, such as a container that
    /// mounts it, could replace a subfolder by a link, but not in the parent.
    /// </summary>
    /// <exception cref="IOException">Something cannot be removed. Files were removed first.</exception>
    public static void Remove(string folder)
    {
        var parent = Path.GetDirectoryName(folder)!;
        var folders = new Queue<string>([folder]);
        while (folders.TryDequeue(out var next))
        {
            try
            {
                foreach (var entry in new DirectoryInfo(next).GetFileSystemInfos().OrderBy(OwnFolder.IsFolder))
                {
                    if (MoveAside(entry, parent) is { } aside)
                        folders.Enqueue(aside);
                }

                Directory.Delete(next);
            }
            catch (DirectoryNotFoundException)
            {
                // already removed
            }
        }
    }

    /// <summary>Removes an entry that is no folder, or moves a folder and returns its new path.</summary>
    internal static string? MoveAside(FileSystemInfo entry, string parent)
    {
        if (!OwnFolder.IsFolder(entry))
        {
            Unlink(entry);
            return null;
        }

        var aside = new DirectoryInfo(Path.Combine(parent, Guid.NewGuid().ToString("N")));
        Directory.Move(entry.FullName, aside.FullName);
        if (OwnFolder.IsFolder(aside))
            return aside.FullName;

        Unlink(aside); // replaced meanwhile
        return null;
    }

    // Windows has links that are removed like folders.
    private static void Unlink(FileSystemInfo entry)
    {
        if (OperatingSystem.IsWindows() && entry.Attributes.HasFlag(FileAttributes.Directory))
            Directory.Delete(entry.FullName);
        else
            File.Delete(entry.FullName);
    }
}
