namespace AcrTokens.Integration.Tests;

/// <summary>skopeo, with its login in a file instead of its arguments.</summary>
internal sealed class Skopeo
{
    private readonly EmulatorForClients emulator;
    private readonly string authFile;

    public Skopeo(EmulatorForClients emulator, string authFile)
    {
        this.emulator = emulator;
        this.authFile = authFile;
    }

    public Skopeo(EmulatorForClients emulator, string user, string password, string? server = null)
        : this(emulator, Path.Combine(emulator.Folder, $"auth-{Guid.NewGuid():N}.json"))
    {
        AuthFile.Write(authFile, server ?? emulator.Emulator.LoginServer, user, password);
    }

    public Task<ChildProcess> InspectAsync(string image) =>
        RunAsync("inspect", "--authfile", authFile, $"--tls-verify={Verify(image)}", $"docker://{image}");

    public Task<ChildProcess> CopyAsync(string from, string to) =>
        RunAsync(
            "copy",
            "--authfile",
            authFile,
            $"--src-tls-verify={Verify(from)}",
            $"--dest-tls-verify={Verify(to)}",
            Transport(from),
            Transport(to)
        );

    public Task<ChildProcess> DeleteAsync(string image) =>
        RunAsync("delete", "--authfile", authFile, $"--tls-verify={Verify(image)}", $"docker://{image}");

    public Task<ChildProcess> ListTagsAsync(string repository) =>
        RunAsync("list-tags", "--authfile", authFile, $"--tls-verify={Verify(repository)}", $"docker://{repository}");

    private Task<ChildProcess> RunAsync(params string[] arguments) =>
        ChildProcess.RunAsync("skopeo", ["--insecure-policy", .. arguments], emulator.Environment);

    /// <summary>The image's address with its transport. A path means an image in a folder.</summary>
    private static string Transport(string image) => Path.IsPathRooted(image) ? $"dir:{image}" : $"docker://{image}";

    // Verifies the certificate if the login server uses https. Otherwise this option makes skopeo use http.
    private string Verify(string image) =>
        emulator.Emulator.RegistryHttpsEndpoint is { } https && image.StartsWith(https.Authority, StringComparison.Ordinal) ? "true" : "false";
}
