namespace Nuke.Common.IO;

public class AbsolutePath
{
    private readonly string _path;

    private AbsolutePath(string path) => _path = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));

    public static implicit operator AbsolutePath(string path) =>
        path is null ? null
        : Path.IsPathFullyQualified(path) ? new(path)
        : throw new ArgumentException($"Path '{path}' must be rooted");

    public static implicit operator string(AbsolutePath path) => path?._path;

    public static AbsolutePath operator /(AbsolutePath left, string right)
    {
        Assert.False(Path.IsPathRooted(right), "Second path must not be rooted");
        return new(Path.Join(left.NotNull()._path, right));
    }

    public static bool operator ==(AbsolutePath a, AbsolutePath b) => Equals(a, b);

    public static bool operator !=(AbsolutePath a, AbsolutePath b) => !Equals(a, b);

    public override bool Equals(object obj) => obj is AbsolutePath other && _path == other._path;

    public override int GetHashCode() => _path.GetHashCode(StringComparison.Ordinal);

    public override string ToString() => _path;
}
