namespace AcrTokens.Integration.Tests;

/// <summary>A folder for the duration of a test.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("acrtokens-test-");

    public string Path => folder.FullName;

    public void Dispose() => folder.Delete(recursive: true);
}
