namespace Nuke.AcrTokens.Tests;

/// <summary>A fact about the docker client. It needs no engine.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class DockerFactAttribute : FactAttribute
{
    public DockerFactAttribute() => Skip = IsThere ? null : "no docker on the PATH";

    private static bool IsThere { get; } = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .Any(folder => File.Exists(Path.Join(folder, OperatingSystem.IsWindows() ? "docker.exe" : "docker")));
}
