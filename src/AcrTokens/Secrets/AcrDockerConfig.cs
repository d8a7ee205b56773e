using System.Text;
using System.Text.Json.Nodes;

namespace AcrTokens;

/// <summary>
/// A private docker configuration folder that holds the credentials of one registry. Everything that reads
/// <c>DOCKER_CONFIG</c> (the .NET SDK's container publish, docker, skopeo, oras, helm) logs in with it,
/// and the user's own configuration stays untouched.
/// </summary>
/// <remarks>
/// The folder lies in the machine's temporary folder; on Unix its mode is 0700 and its file's 0600.
/// <see cref="Dispose"/> removes it.
/// </remarks>
public sealed class AcrDockerConfig : IDisposable
{
    private readonly DirectoryInfo folder;

    private AcrDockerConfig(DirectoryInfo folder) => this.folder = folder;

    /// <summary>The folder's full path: the value for <c>DOCKER_CONFIG</c>.</summary>
    public string Directory => folder.FullName;

    internal static AcrDockerConfig Create(string loginServer, string username, AcrSecret password)
    {
        var config = new AcrDockerConfig(System.IO.Directory.CreateTempSubdirectory("acrtokens-"));
        try
        {
            config.Write(loginServer, username, password);
            return config;
        }
        catch
        {
            config.Dispose();
            throw;
        }
    }

    /// <summary>Removes the folder and the credentials in it. May be called again.</summary>
    public void Dispose()
    {
        try
        {
            folder.Delete(recursive: true);
        }
        catch (DirectoryNotFoundException)
        {
        }
    }

    private void Write(string loginServer, string username, AcrSecret password)
    {
        var auth = Convert.ToBase64String(Encoding.UTF8.GetBytes($"{username}:{password.Reveal()}"));
        var json = new JsonObject { ["auths"] = new JsonObject { [loginServer] = new JsonObject { ["auth"] = auth } } };

        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;

        using var file = new StreamWriter(Path.Combine(Directory, "config.json"), options);
        file.Write(json.ToJsonString());
    }
}
