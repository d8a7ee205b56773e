using System.Diagnostics.CodeAnalysis;

namespace AcrTokens;

/// <summary>Removes private folders whose process has ended.</summary>
internal static class Leftovers
{
    // A new folder's lock is certainly taken by then.
    private static readonly TimeSpan Young = TimeSpan.FromMinutes(1);

    private static int isUnderWay;

    /// <summary>Starts removing them in the background: a file system that hangs delays nobody, and only once.</summary>
    public static void BeginRemoval()
    {
        if (Interlocked.Exchange(ref isUnderWay, 1) == 0)
            _ = Task.Run(RemoveAll);
    }

    /// <summary>Removes them now. Folders that cannot be removed stay.</summary>
    /// <param name="places">The places to search. Only private parents are searched.</param>
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
            // in use, or not removable
        }
    }

    // Opening anything but a file could block forever. Opened for reading and writing, since that does not wait for a pipe's other end, even if the
    // pipe was put there meanwhile.
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
            return false; // locks mean nothing here: file locking is disabled or not supported
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
