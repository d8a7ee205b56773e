namespace AcrTokens.Emulator.CommandLine;

/// <summary>The file that clients are told to trust. One that nobody named is deleted at the end.</summary>
internal sealed class AuthorityFile(FileInfo? named) : IDisposable
{
    public string Path { get; } =
        named?.FullName ?? System.IO.Path.Combine(System.IO.Path.GetTempPath(), $"acr-emulator-{Environment.ProcessId}-{Guid.NewGuid():N}.pem");

    public void Dispose()
    {
        if (named is null)
        {
            File.Delete(Path);
        }
    }
}
