using System.Diagnostics;
using System.Text.RegularExpressions;

namespace AcrTokens.Integration.Tests;

/// <summary>A fact about docker's client since 23.0: older versions, such as Debian's 20.10, lack <c>docker context show</c>.</summary>
internal sealed partial class DockerFactAttribute : FactAttribute
{
    private const int Oldest = 23;

    public DockerFactAttribute() =>
        Skip = OperatingSystem.IsWindows() ? "the plugin is a shell script" : InstalledTools.WhatIsMissing(["docker"]) ?? WhatIsOld();

    private static string? WhatIsOld()
    {
        using var docker = Process.Start(new ProcessStartInfo("docker", ["--version"]) { RedirectStandardOutput = true })!;
        var version = docker.StandardOutput.ReadToEnd().Trim();
        return
            Major().Match(version) is { Success: true } match && int.Parse(match.Value, System.Globalization.CultureInfo.InvariantCulture) >= Oldest
            ? null
            : $"too old: {version}";
    }

    [GeneratedRegex("(?<=version )[0-9]+")]
    private static partial Regex Major();
}
