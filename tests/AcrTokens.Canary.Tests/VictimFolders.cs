using AcrTokens.Faults;

namespace AcrTokens.Canary.Tests;

/// <summary>
/// Everything that a build can write to: a work folder, a temporary folder and a home, and the tools on its PATH.
/// </summary>
internal sealed class VictimFolders : IDisposable
{
    private const UnixFileMode Executable = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    private readonly DirectoryInfo root = Directory.CreateTempSubdirectory("canary-");

    public VictimFolders()
    {
        foreach (var folder in new[] { "work/.nuke", "work/.fallout", "work/hello", "tmp", "home/.docker", "bin", "tool" })
            root.CreateSubdirectory(folder);
        File.WriteAllText(UserConfiguration, UserConfigurationText);
        File.WriteAllText(Path.Combine(Work, "hello", "hello.csproj"), HelloProject);
        File.WriteAllText(Path.Combine(Work, "hello", "Program.cs"), "System.Console.WriteLine();");
        foreach (var (name, script) in new[] { ("push", PushTool), ("docker", LoginTool), ("survive", Survivor) })
        {
            var file = Path.Combine(Tools, name);
            File.WriteAllText(file, script);
            if (!OperatingSystem.IsWindows())
                File.SetUnixFileMode(file, Executable);
        }
    }

    public string Root => root.FullName;

    public string Work => Path.Combine(Root, "work");

    /// <summary>The file for redirected output.</summary>
    public string Log => Path.Combine(Work, "build.log");

    public string Temporary => Path.Combine(Root, "tmp");

    public string Home => Path.Combine(Root, "home");

    public string Tools => Path.Combine(Root, "bin");

    /// <summary>The login tool's command line; null if it was not run.</summary>
    public string? LoginArguments => Recorded("arguments");

    /// <summary>The hash of the login tool's standard input; null if it was not run.</summary>
    public string? LoginInputHash => Recorded("input")?.Split(' ')[0];

    public bool IsUserConfigurationUntouched => File.ReadAllText(UserConfiguration) == UserConfigurationText;

    /// <summary>The login for a proxy, in the user's own docker configuration: the only secret that exists from the start.</summary>
    public static Told Proxy { get; } = new("", "proxy-user", "not-a-password-but-a-proxys-canary");

    public string UserConfiguration => Path.Combine(Home, ".docker", "config.json");

    /// <summary>Whether a file belongs to a private docker configuration.</summary>
    public bool IsPrivateConfiguration(string file) =>
        Path.GetFileName(file) == "config.json"
        && Path.GetDirectoryName(Path.GetDirectoryName(file)) is { } parent
        && Path.GetDirectoryName(parent) == Temporary
        && Path.GetFileName(parent).StartsWith("acrtokens-", StringComparison.Ordinal);

    /// <summary>Makes the remains of dead processes look old enough to be abandoned.</summary>
    public void Age()
    {
        foreach (var folder in Directory.GetDirectories(Temporary, "acrtokens-*").SelectMany(Directory.GetDirectories))
            Directory.SetLastWriteTimeUtc(folder, DateTime.UtcNow.AddHours(-1));
    }

    public void Dispose() => root.Delete(recursive: true);

    private string? Recorded(string name) => Path.Combine(Root, "tool", name) is var file && File.Exists(file) ? File.ReadAllText(file) : null;

    private static readonly string UserConfigurationText =
        $$$$"""{"auths":{"registry.example.com":{}},"proxies":{"default":{"httpProxy":"http://{{{{Proxy.Token}}}}:{{{{Proxy.Password}}}}@proxy.example:3128"}}}""";

    private const string HelloProject = """
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <OutputType>Exe</OutputType>
            <TargetFramework>net10.0</TargetFramework>
            <UseAppHost>false</UseAppHost>
            <ContainerRuntimeIdentifier>linux-x64</ContainerRuntimeIdentifier>
          </PropertyGroup>
        </Project>
        """;

    // Finds its credentials as a tool does, and exits when its input ends.
    private const string PushTool = """
        #!/bin/sh
        if [ -n "$DOTNET_CONTAINER_REGISTRY_PWORD" ]; then from=variables
        elif grep -q '"auth":' "$DOCKER_CONFIG/config.json"; then from=configuration
        else echo "push: no credentials" >&2; exit 2; fi
        echo "push: reading its $from"
        cat > /dev/null
        if [ "$1" = fail ]; then echo "push: denied: requested access to the resource is denied" >&2; exit 1; fi
        """;

    // Records its arguments and the hash of its input, not the password. If it fails, it prints the password too, as some tools do.
    private const string LoginTool = """
        #!/bin/sh
        tool=${0%/*}/../tool
        printf '%s\n' "$@" > "$tool/arguments"
        env > "$tool/environment"
        password=$(cat)
        printf '%s' "$password" | sha256sum > "$tool/input"
        if [ "$CANARY_ENDING" = PushFailure ]; then
          echo "Error: '$password' was refused ($(printf '%s' "$password" | base64 -w0))" >&2
          exit 1
        fi
        echo "Login Succeeded"
        """;

    private const string Survivor = """
        #!/bin/sh
        exec < /dev/null > /dev/null 2>&1
        exec tail -f /dev/null
        """;
}
