namespace AcrTokens;

/// <summary>
/// A temporary folder that only the user has access to, for as long as this process lives. That its owner lives is told by a file
/// in it that is locked: the system lets go of that however the process ends. Nothing else tells it: the number of a process is
/// another's in another container.
/// </summary>
internal sealed class PrivateFolder : IDisposable
{
    /// <summary>The file's name.</summary>
    public const string Lock = "lock";

    private readonly PrivatePlace place;
    private readonly FileStream alive;

    private PrivateFolder(PrivatePlace place, string path, FileStream alive)
    {
        this.place = place;
        this.alive = alive;
        Path = path;
    }

    public string Path { get; }

    /// <param name="places">Where it may lie. Default: those of this user.</param>
    /// <exception cref="AcrException">It cannot be made.</exception>
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

    /// <summary>Writes a file that only the user may read.</summary>
    /// <exception cref="AcrException">It cannot be written, as where the disk is full.</exception>
    public void Write(string name, string text) =>
        place.Try(() =>
        {
            var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows())
                options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;

            using var writer = new StreamWriter(System.IO.Path.Combine(Path, name), options);
            writer.Write(text);
        });

    /// <summary>Writes a file anew, so that whoever reads it meanwhile has the old one or the new one whole.</summary>
    /// <exception cref="AcrException">It cannot be written.</exception>
    public void Replace(string name, string text)
    {
        var written = $"{name}.{Guid.NewGuid():N}";
        Write(written, text);
        place.Try(() => File.Move(System.IO.Path.Combine(Path, written), System.IO.Path.Combine(Path, name), overwrite: true));
    }

    /// <summary>Lets something else be put into it, given its path.</summary>
    /// <exception cref="AcrException">It cannot be written to.</exception>
    public void Fill(Action<string> put) => place.Try(() => put(Path));

    public void Dispose()
    {
        alive.Dispose();
        FolderRemoval.Remove(Path);
    }
}
