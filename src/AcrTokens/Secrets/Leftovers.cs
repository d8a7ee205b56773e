using System.Diagnostics.CodeAnalysis;

namespace AcrTokens;

/// <summary>Private folders whose process is gone.</summary>
internal static class Leftovers
{
    // In which a new folder's lock is taken for certain.
    private static readonly TimeSpan Young = TimeSpan.FromMinutes(1);

    private static int isUnderWay;

    /// <summary>Removes them, while whoever calls goes on: a file system that does not answer holds up nobody, and not twice.</summary>
    public static void BeginRemoval()
    {
        if (Interlocked.Exchange(ref isUnderWay, 1) == 0)
            _ = Task.Run(RemoveAll);
    }

    /// <summary>Removes them now. What cannot be removed stays.</summary>
    /// <param name="places">Where they may lie. Only a parent that is the user's own is looked into.</param>
    /// <param name="now">The system's time.</param>
    public static void Remove(IReadOnlyList<PrivatePlace> places, DateTimeOffset now)
    {
        foreach (var parent in places.Select(place => place.Parent).Where(OwnFolder.Is))
        {
            foreach (var folder in new DirectoryInfo(parent).GetDirectories().Where(OwnFolder.IsFolder))
                RemoveIfLeft(folder, now);
        }
    }

    [SuppressMessage("Design", "CA1031:Do not catch general exception types", Justification = "A mint has nothing to do with what others left.")]
    private static void RemoveAll()
    {
        try
        {
            Remove(PrivatePlace.All(), DateTimeOffset.UtcNow);
        }
        catch (Exception)
        {
            // the next mint tries again
        }
        finally
        {
            Volatile.Write(ref isUnderWay, 0);
        }
    }

    private static void RemoveIfLeft(DirectoryInfo folder, DateTimeOffset now)
    {
        try
        {
            if (now - folder.LastWriteTimeUtc >= Young && IsFree(Path.Combine(folder.FullName, PrivateFolder.Lock)))
                FolderRemoval.Remove(folder.FullName);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            // in use, or not to be removed
        }
    }

    // Opening anything but a file could wait for ever. Both ways, since that waits for nobody at a pipe's other end, whenever it came there.
    private static bool IsFree(string path)
    {
        if (!IsThere(path))
            return true;
        if (!IsFile(path))
            return false;

        using var taken = Open();
        try
        {
            Open().Dispose();
            return false; // no lock tells anything here: file locking is switched off, or the file system has none
        }
        catch (IOException)
        {
            return true;
        }

        FileStream Open() => new(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
    }

    private static bool IsThere(string path) => OperatingSystem.IsWindows() ? Path.Exists(path) : UnixStatus.Of(path) is not null;

    private static bool IsFile(string path) =>
        OperatingSystem.IsWindows()
            ? File.Exists(path) && !File.GetAttributes(path).HasFlag(FileAttributes.ReparsePoint)
            : UnixStatus.Of(path) is { IsFile: true };
}
