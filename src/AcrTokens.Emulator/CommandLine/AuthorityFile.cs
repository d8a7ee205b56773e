namespace AcrTokens.Emulator.CommandLine;

/// <summary>The file that clients are told to trust. One that nobody named is deleted at the end.</summary>
internal sealed class AuthorityFile : IDisposable
{
    private readonly bool isOurs;

    private AuthorityFile(string path, bool isOurs)
    {
        Path = path;
        this.isOurs = isOurs;
    }

    public string Path { get; }

    public static AuthorityFile Write(FileInfo? named, string pem)
    {
        var path = named?.FullName ?? System.IO.Path.Combine(System.IO.Path.GetTempPath(), $"acr-emulator-{Environment.ProcessId}-{Guid.NewGuid():N}.pem");
        File.WriteAllText(path, pem + "\n");
        return new AuthorityFile(path, named is null);
    }

    public void Dispose()
    {
        if (isOurs)
        {
            File.Delete(Path);
        }
    }
}
