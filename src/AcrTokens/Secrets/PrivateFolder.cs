namespace AcrTokens;

/// <summary>
/// A temporary folder that only the user can access, for the life of this process. A locked file in it shows that its process lives: the system
/// releases the lock however the process ends. A process id would not: another container has the same ids.
/// </summary>
internal sealed class PrivateFolder : IDisposable
{
    /// <summary>The name of the locked file.</summary>
    public const string Lock = "lock";

    // The file whose first line names the owner of a folder that outlives its process.
    private const string Mark = "acrtokens";

    private readonly PrivatePlace place;
    private readonly FileStream? alive;

    private PrivateFolder(PrivatePlace place, string path, FileStream? alive)
    {
        this.place = place;
        this.alive = alive;
        Path = path;
    }

    public string Path { get; }

    /// <param name="places">Where to create it. Default: this user's places.</param>
    /// <exception cref="AcrException">It cannot be created.</exception>
    public static PrivateFolder Create(IReadOnlyList<PrivatePlace>? places = null)
    {
        var place = PrivatePlace.Find(places ?? PrivatePlace.All());
        var path = System.IO.Path.Combine(place.Parent, Guid.NewGuid().ToString("N"));
        PrivateFolder? made = null;
        place.Try(() =>
        {
            OwnFolder.Make(path);
            made = new(place, path, new FileStream(System.IO.Path.Combine(path, Lock), FileMode.CreateNew, FileAccess.Write, FileShare.None));
        });
        return made!;
    }

    /// <summary>Creates a folder that outlives this process, at a given path. <see cref="IsKept"/> recognizes it.</summary>
    /// <param name="path">A new path, or an empty private folder.</param>
    /// <param name="owner">The owner's name.</param>
    /// <exception cref="AcrException">It cannot be made.</exception>
    public static PrivateFolder Keep(string path, string owner)
    {
        path = Full(path);
        var place = new PrivatePlace(System.IO.Path.GetDirectoryName(path) ?? path, System.IO.Path.GetFileName(path), "")
        {
            Advice = "Name another folder.",
        };
        place.Try(() => OwnFolder.Make(path));
        if (!OwnFolder.Is(path) || Directory.EnumerateFileSystemEntries(path).Any())
            throw new AcrException($"{path} is there already, and no empty folder of this user's alone (mode 0700, no link): name another.");

        var made = new PrivateFolder(place, path, null);
        made.Write(Mark, $"{owner}\n");
        return made;
    }

    /// <summary>Whether <see cref="Keep"/> created the folder for that owner.</summary>
    public static bool IsKept(string path, string owner)
    {
        try
        {
            return OwnFolder.Is(Full(path)) && File.ReadLines(System.IO.Path.Combine(Full(path), Mark)).FirstOrDefault() == owner;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    /// <summary>Removes such a folder.</summary>
    public static void RemoveKept(string path) => FolderRemoval.Remove(Full(path));

    /// <summary>Writes a file that only the user may read.</summary>
    /// <exception cref="AcrException">It cannot be written, as on a full disk.</exception>
    public void Write(string name, string text) =>
        place.Try(() =>
        {
            var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows())
                options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;

            using var writer = new StreamWriter(System.IO.Path.Combine(Path, name), options);
            writer.Write(text);
        });

    /// <summary>Replaces a file atomically: readers see the old or the new one, whole.</summary>
    /// <exception cref="AcrException">It cannot be written.</exception>
    public void Replace(string name, string text)
    {
        var written = $"{name}.{Guid.NewGuid():N}";
        Write(written, text);
        place.Try(() => File.Move(System.IO.Path.Combine(Path, written), System.IO.Path.Combine(Path, name), overwrite: true));
    }

    /// <summary>Passes its path to an action that adds files.</summary>
    /// <exception cref="AcrException">It cannot be written to.</exception>
    public void Fill(Action<string> put) => place.Try(() => put(Path));

    public void Dispose()
    {
        alive?.Dispose();
        FolderRemoval.Remove(Path);
    }

    private static string Full(string path) => System.IO.Path.TrimEndingDirectorySeparator(System.IO.Path.GetFullPath(path));
}
