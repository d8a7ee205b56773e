using System.IO.Compression;
using System.Xml.Linq;

namespace AcrTokens.Integration.Tests;

/// <summary>
/// The packages as in a release, packed once from the build output, and a folder to use them in, independent of the repository.
/// </summary>
public sealed class PackedPackages : IAsyncLifetime
{
    /// <summary>A version that no other feed has.</summary>
    private const string Version = "0.0.1-packed";

    private static readonly string Configuration = Directory.GetParent(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar))!.Name;

    private static readonly string[] All = ["AcrTokens", "AcrTokens.Emulator", "Nuke.AcrTokens"];

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("acrtokens-packages-");

    public static TheoryData<string> Ids => [.. All];

    private string Feed => Path.Combine(folder.FullName, "feed");

    public async Task InitializeAsync()
    {
        foreach (var id in All.Append("Cake.AcrTokens"))
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

    internal XElement Metadata(string id)
    {
        using var package = Open(id, "nupkg");
        using var nuspec = package.GetEntry($"{id}.nuspec")!.Open();
        return XDocument.Load(nuspec).Root!.Elements().Single();
    }

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
