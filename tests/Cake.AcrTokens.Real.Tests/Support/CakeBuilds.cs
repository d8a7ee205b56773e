namespace Cake.AcrTokens.Real.Tests;

/// <summary>A build author's folder: scripts, a feed with the packages from the build output, and an emulator.</summary>
public sealed class CakeBuilds : IAsyncLifetime
{
    private static readonly string[] Authorities =
    [
        Environment.GetEnvironmentVariable("SSL_CERT_FILE") ?? "",
        "/etc/ssl/certs/ca-certificates.crt",
        "/etc/pki/tls/certs/ca-bundle.crt",
        "/etc/ssl/cert.pem",
    ];

    private readonly DirectoryInfo root = Directory.CreateTempSubdirectory("cake-builds-");

    private EmulatorProcess? emulator;

    internal EmulatorProcess Emulator => emulator ?? throw new InvalidOperationException("the emulator was not started");

    public string Feed => Path.Combine(root.FullName, "feed");

    public string Folder => Path.Combine(root.FullName, "cake");

    public async Task InitializeAsync()
    {
        if (CakeTool.WhyMissing is not null)
            return; // the tests that would use it are skipped

        using (
            var version = await new CakeProcess(
                root.FullName,
                new Dictionary<string, string?> { ["DOTNET_ROOT"] = CakeTool.DotNetRoot },
                ["--version"]
            ).EndAsync()
        )
            // for the summary of .ci/run
            await File.WriteAllTextAsync(Path.Combine(AppContext.BaseDirectory, "cake-version.txt"), version.Output.Trim());

        foreach (var id in new[] { "AcrTokens", "Cake.AcrTokens" })
        {
            var pack = await Command.RunAsync(
                "dotnet",
                [
                    "pack",
                    Path.Combine("src", id),
                    "--no-build",
                    "-c",
                    Built.Configuration,
                    "-o",
                    Feed,
                    "-p:AllowStandIn=true",
                    "-nodeReuse:false",
                    "-nologo",
                    .. GivenCakeCore.Options,
                ],
                RepositoryRoot.Path
            );
            pack.ExitCode.ShouldBe(0, pack.Output);
        }

        CopySamples();
        foreach (var script in Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Scripts")))
            File.Copy(script, Path.Combine(Folder, Path.GetFileName(script)));
        Write(
            "nuget.config",
            $"""
            <configuration>
              <config><add key="globalPackagesFolder" value="{Path.Combine(root.FullName, "packages")}" /></config>
              <packageSources><add key="packed" value="{Feed}" /></packageSources>
              <fallbackPackageFolders><add key="machine" value="{Extracted}" /></fallbackPackageFolders>
            </configuration>
            """
        );

        emulator = await EmulatorProcess.StartAsync(Write("seed.json", EveryAlias.Seed));
        await File.WriteAllTextAsync(
            Path.Combine(Folder, "authorities.pem"),
            string.Concat(Authorities.Where(File.Exists).Take(1).Append(emulator.Environment["SSL_CERT_FILE"]).Select(File.ReadAllText))
        );
    }

    public Task DisposeAsync()
    {
        emulator?.Dispose();
        root.Delete(recursive: true);
        return Task.CompletedTask;
    }

    public string Write(string file, string text)
    {
        var path = Path.Combine(Folder, file);
        File.WriteAllText(path, text);
        return path;
    }

    /// <summary>Starts a script. By default it is compiled only once, however often it is started.</summary>
    internal CakeProcess Start(string script, params string[] arguments) =>
        new(Folder, Variables, [script, "--settings_enablescriptcache=true", .. arguments]);

    /// <summary>Runs a script to its end.</summary>
    internal Task<CakeProcess> RunAsync(string script, params string[] arguments) => Start(script, arguments).EndAsync();

    /// <summary>Runs a script with Cake's default, which compiles it each time.</summary>
    internal Task<CakeProcess> RunWithoutCacheAsync(string script, params string[] arguments) =>
        new CakeProcess(Folder, Variables, [script, .. arguments]).EndAsync();

    // Packages that the repository's own restore has extracted are not downloaded again.
    private static string Extracted =>
        Environment.GetEnvironmentVariable("NUGET_PACKAGES") is { Length: > 0 } chosen
            ? chosen
            : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");

    private Dictionary<string, string?> Variables =>
        new(Emulator.Environment.Select(v => KeyValuePair.Create(v.Key, (string?)v.Value)))
        {
            ["SSL_CERT_FILE"] = Path.Combine(Folder, "authorities.pem"), // Cake restores packages in the same process
            ["NUGET_PACKAGES"] = null,
            ["DOTNET_ROOT"] = CakeTool.DotNetRoot,
        };

    private void CopySamples()
    {
        foreach (var (sample, files) in new[] { ("cake", "*.cake"), ("hello", "*.*") })
        {
            var target = root.CreateSubdirectory(sample);
            foreach (var file in Directory.GetFiles(Path.Combine(RepositoryRoot.Path, "samples", sample), files))
                File.Copy(file, Path.Combine(target.FullName, Path.GetFileName(file)));
        }

        // The same properties as the repository's own for the published program.
        File.WriteAllText(
            Path.Combine(root.FullName, "Directory.Build.props"),
            """
            <Project><PropertyGroup><TargetFramework>net10.0</TargetFramework><ImplicitUsings>enable</ImplicitUsings></PropertyGroup></Project>
            """
        );
    }
}

/// <summary>Tests that run sequentially: they share a folder, and an emulator whose remaining tokens they check.</summary>
[CollectionDefinition(Name)]
public sealed class RealCake : ICollectionFixture<CakeBuilds>
{
    public const string Name = "real Cake";
}
