namespace AcrTokens.Integration.Tests;

/// <summary>
/// A user's own login in one of the files that tools read, and the variables by which they find it. They are set for this process too, until
/// disposal.
/// </summary>
internal sealed class UserFiles : IDisposable
{
    public const string Docker = "config.json";
    public const string Containers = "containers/auth.json";
    public const string Variable = "REGISTRY_AUTH_FILE";

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("user-");
    private readonly Dictionary<string, string?> before = [];

    public UserFiles(string kind, string key, string username, string password)
    {
        var path = Path.Combine(folder.FullName, kind == Variable ? "own.json" : kind);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        AuthFile.Write(path, key, username, password);
        Variables = new()
        {
            ["DOCKER_CONFIG"] = kind == Docker ? folder.FullName : Path.Combine(folder.FullName, "docker"),
            ["XDG_RUNTIME_DIR"] = folder.FullName,
            ["XDG_CONFIG_HOME"] = folder.FullName,
            [Variable] = kind == Variable ? path : null,
        };
        foreach (var (name, value) in Variables)
        {
            before[name] = Environment.GetEnvironmentVariable(name);
            Environment.SetEnvironmentVariable(name, value);
        }
    }

    public static IReadOnlyList<string> Kinds { get; } = [Docker, Containers, Variable];

    /// <summary>The variables by which a tool finds the file.</summary>
    public Dictionary<string, string?> Variables { get; }

    public void Dispose()
    {
        foreach (var (name, value) in before)
            Environment.SetEnvironmentVariable(name, value);
        folder.Delete(recursive: true);
    }
}
