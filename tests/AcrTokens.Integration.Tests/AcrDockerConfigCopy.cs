namespace AcrTokens.Integration.Tests;

/// <summary>A copy of the credentials, made while the lease was open.</summary>
internal sealed class AcrDockerConfigCopy : IDisposable
{
    private readonly DirectoryInfo folder = System.IO.Directory.CreateTempSubdirectory("acrtokens-test-");

    public string Directory => folder.FullName;

    public static AcrDockerConfigCopy Of(AcrDockerConfig config)
    {
        var copy = new AcrDockerConfigCopy();
        File.Copy(Path.Combine(config.Directory, "config.json"), Path.Combine(copy.Directory, "config.json"));
        return copy;
    }

    public void Dispose() => folder.Delete(recursive: true);
}
