namespace AcrTokens.Integration.Tests;

/// <summary>The kind of credential that a client gets.</summary>
public enum CredentialKind
{
    Good,
    Wrong,
    Disabled,
    Expired,
    TooNarrow,
}

/// <summary>A user name and a password in a docker configuration, valid or not.</summary>
internal sealed class Credential : IDisposable
{
    private readonly DirectoryInfo folder = System.IO.Directory.CreateTempSubdirectory("credential-");

    private Credential(string loginServer, string username, string password)
    {
        (Username, Password) = (username, password);
        AuthFile.Write(ConfigFile, loginServer, username, password);
    }

    public string Username { get; }

    public string Password { get; }

    public string Directory => folder.FullName;

    public string ConfigFile => Path.Combine(Directory, "config.json");

    /// <summary>Mints a token that may push to one repository and pull from the base image's, and changes it to the given kind.</summary>
    public static async Task<Credential> MakeAsync(Loopback loopback, CredentialKind kind, string repository)
    {
        var lease = await loopback.MintAsync(s =>
            s.AddRepository(kind == CredentialKind.TooNarrow ? "samples/another" : repository, AcrPermission.Push)
                .AddRepository("dotnet/runtime", AcrPermission.Pull)
        );
        var credential = new Credential(
            loopback.Emulator.LoginServer,
            lease.Name,
            kind == CredentialKind.Wrong ? "not-the-password" : lease.Password.Reveal()
        );
        if (kind == CredentialKind.Disabled)
            await loopback.Client.UpdateTokenAsync(loopback.Of(new AcrTokenUpdateSettings()).SetName(lease.Name).Disable());
        if (kind == CredentialKind.Expired)
            loopback.Clock.Advance(TimeSpan.FromHours(1));
        return credential;
    }

    public void Dispose() => folder.Delete(recursive: true);
}
