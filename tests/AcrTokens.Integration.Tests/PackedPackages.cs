using System.IO.Compression;
using System.Xml.Linq;

namespace AcrTokens.Integration.Tests;

/// <summary>The tests that share the packages.</summary>
[CollectionDefinition(nameof(PackedPackages))]
public sealed class PackedPackagesTests : ICollectionFixture<PackedPackages>;

/// <summary>
/// The packages as in a release, packed once from the build output, and a folder to use them in, independent of the repository.
/// </summary>
public sealed class PackedPackages : IAsyncLifetime
{
    /// <summary>A version that no other feed has.</summary>
    private const string Version = "0.0.1-packed";

    private static readonly string Configuration = Directory.GetParent(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar))!.Name;

    /// <summary>The address that the packages are packed for.</summary>
    internal const string Address = "https://example.com/acrtokens";

    private static readonly string[] Libraries =
    [
        "AcrTokens",
        "AcrTokens.AzureSdk",
        "AcrTokens.Emulator",
        "AcrTokens.Extensions.DependencyInjection",
        "Cake.AcrTokens",
        "Fallout.AcrTokens",
        "Nuke.AcrTokens",
    ];

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("acrtokens-packages-");

    public static TheoryData<string> Ids => [.. Libraries];

    public static TheoryData<string> IdsWithTools => [.. Libraries, "AcrTokens.Emulator.Tool"];

    internal string Feed => Path.Combine(folder.FullName, "feed");

    public async Task InitializeAsync()
    {
        foreach (var id in Libraries.Append("AcrTokens.Emulator.Tool"))
        {
            var pack = await ChildProcess.RunAsync(
                "dotnet",
                [
                    "pack",
                    Path.Combine("src", id),
                    "--no-build",
                    "-c",
                    Configuration,
                    "-o",
                    Feed,
                    $"-p:PackageVersion={Version}",
                    $"-p:RepositoryUrl={Address}",
                    "-p:AllowStandIn=true",
                    "-nodeReuse:false",
                    "-nologo",
                ]
            );
            pack.ExitCode.ShouldBe(0, pack.Output);
        }
    }

    public Task DisposeAsync()
    {
        folder.Delete(recursive: true);
        return Task.CompletedTask;
    }

    /// <summary>Lists the names of a package's files.</summary>
    internal IReadOnlyList<string> Files(string id, string kind = "nupkg")
    {
        using var package = Open(id, kind);
        return [.. package.Entries.Select(e => e.FullName)];
    }

    /// <summary>Reads a file of a package.</summary>
    internal string Text(string id, string file)
    {
        using var package = Open(id, "nupkg");
        using var reader = new StreamReader(package.GetEntry(file)!.Open());
        return reader.ReadToEnd();
    }

    internal XElement Metadata(string id) => XDocument.Parse(Text(id, $"{id}.nuspec")).Root!.Elements().Single();

    /// <summary>Builds a project that has only the packages.</summary>
    internal async Task<ChildProcess> BuildAsync(string source, params string[] ids) =>
        await ChildProcess.RunAsync(
            "dotnet",
            ["build", await WriteAsync(source, "Library", ids), "-nodeReuse:false", "-p:UseSharedCompilation=false", "-nologo"]
        );

    /// <summary>Builds and runs a program that has only the packages.</summary>
    internal async Task<ChildProcess> RunAsync(string source, IReadOnlyDictionary<string, string?> environment, params string[] ids)
    {
        var project = await WriteAsync(source, "Exe", ids);
        var build = await ChildProcess.RunAsync("dotnet", ["build", project, "-nodeReuse:false", "-p:UseSharedCompilation=false", "-nologo"]);
        build.ExitCode.ShouldBe(0, build.Output);
        build.Output.ShouldContain("0 Warning(s)");
        return await ChildProcess.RunAsync("dotnet", ["exec", Path.Combine(project, "bin", "script.dll")], environment);
    }

    private async Task<string> WriteAsync(string source, string outputType, string[] ids)
    {
        var project = folder.CreateSubdirectory(Guid.NewGuid().ToString("N")).FullName;
        await File.WriteAllTextAsync(Path.Combine(project, "Build.cs"), source);
        await File.WriteAllTextAsync(
            Path.Combine(project, "nuget.config"),
            $"""
            <configuration>
              <packageSources>
                <add key="packed" value="{Feed}" />
                <add key="offline" value="{Path.Combine(RepositoryRoot.Path, "offline", "feed")}" />
              </packageSources>
            </configuration>
            """
        );
        await File.WriteAllTextAsync(
            Path.Combine(project, "script.csproj"),
            $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                <OutputType>{outputType}</OutputType>
                <OutputPath>bin/</OutputPath>
                <AppendTargetFrameworkToOutputPath>false</AppendTargetFrameworkToOutputPath>
                <ImplicitUsings>enable</ImplicitUsings>
                <Nullable>enable</Nullable>
                <NukeTelemetryVersion>1</NukeTelemetryVersion>
                <RestorePackagesPath>{folder.FullName}/extracted</RestorePackagesPath>
                <RestoreFallbackFolders>{Extracted}</RestoreFallbackFolders>
              </PropertyGroup>
              <ItemGroup>
                {string.Join(
                "\n    ",
                ids.Select(id => $"""<PackageReference Include="{id}" Version="{(id == "Cake.Core" ? "[6.0.0-*, 6.0.0]" : Version)}" />""")
            )}
              </ItemGroup>
            </Project>
            """
        );
        return project;
    }

    // Packages that the repository's own restore has extracted are not downloaded again.
    private static string Extracted =>
        Environment.GetEnvironmentVariable("NUGET_PACKAGES") is { Length: > 0 } chosen
            ? chosen
            : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");

    private ZipArchive Open(string id, string kind) => ZipFile.OpenRead(Path.Combine(Feed, $"{id}.{Version}.{kind}"));
}
