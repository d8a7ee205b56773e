namespace AcrTokens.Emulator.CommandLine;

/// <summary>The certificate file that clients must trust. A temporary one, used if the user named none, is deleted at the end.</summary>
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
