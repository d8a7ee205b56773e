namespace AcrTokens;

/// <summary>Removes a folder that lies in one of the user's own, and nothing that links in it lead to.</summary>
internal static class FolderRemoval
{
    /// <summary>
    /// Removes it. A folder in it is moved beside it before it is looked into: whoever else can write to the one, such as a container that
    /// has it mounted, can put a link in a folder's place, but not in the parent. Nothing of the kind can be swapped there.
    /// </summary>
    /// <exception cref="IOException">Something cannot be removed. Files went first.</exception>
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
                // somebody else has removed it
            }
        }
    }

    /// <summary>Removes what is no folder, and moves one: to the path that is returned.</summary>
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

        Unlink(aside); // it was swapped meanwhile
        return null;
    }

    // Windows has links that are removed as folders are.
    private static void Unlink(FileSystemInfo entry)
    {
        if (OperatingSystem.IsWindows() && entry.Attributes.HasFlag(FileAttributes.Directory))
            Directory.Delete(entry.FullName);
        else
            File.Delete(entry.FullName);
    }
}
