using System.Diagnostics;
using System.IO.Compression;
using System.Xml.Linq;

namespace Cake.AcrTokens.Tests;

/// <summary>The package fulfils Cake's audit, and its #addin can load it.</summary>
public sealed class Package : IDisposable
{
    // A build with the tool's Core for .NET 10 has no other frameworks.
    private static readonly string[] Frameworks = GivenCakeCore.Options is [] ? ["net8.0", "net9.0", "net10.0"] : ["net10.0"];

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("cake-acrtokens-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public void Has_the_core_beside_the_addin_for_every_framework_of_Cakes()
    {
        using var package = Pack();

        package
            .Entries.Select(e => e.FullName)
            .Where(f => f.StartsWith("lib/", StringComparison.Ordinal))
            .ShouldBe(
                Frameworks.SelectMany(f =>
                    new[] { "AcrTokens.dll", "AcrTokens.xml", "Cake.AcrTokens.dll", "Cake.AcrTokens.xml" }.Select(file => $"lib/{f}/{file}")
                ),
                ignoreOrder: true
            );
        package.GetEntry("icon.png").ShouldNotBeNull();

        using var nuspec = package.GetEntry("Cake.AcrTokens.nuspec")!.Open();
        var metadata = XDocument.Load(nuspec).Root!.Elements().Single().Elements().ToLookup(e => e.Name.LocalName);
        metadata["tags"].Single().Value.ShouldStartWith("cake script build cake-build addin cake-addin");
        metadata["icon"].Single().Value.ShouldBe("icon.png");
        metadata["license"].Single().Value.ShouldBe("MIT");
        var dependencies = metadata["dependencies"].Single().Elements().ToList();
        dependencies.Select(g => (string)g.Attribute("targetFramework")!).ShouldBe(Frameworks, ignoreOrder: true);
        dependencies.Elements().Select(d => (string)d.Attribute("id")!).Distinct().ShouldBe(["AcrTokens"]); // not Cake.Core: the build provides it
    }

    private ZipArchive Pack()
    {
        var configuration = Directory.GetParent(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar))!.Name;
        string[] arguments =
        [
            "pack",
            Path.Combine(RepositoryRoot.Path, "src", "Cake.AcrTokens"),
            "--no-build",
            "-c",
            configuration,
            "-o",
            folder.FullName,
            "-p:AllowStandIn=true",
            "-p:PackageVersion=0.0.1-addin",
            "-nodeReuse:false",
            "-nologo",
            .. GivenCakeCore.Options,
        ];
        using var pack = Process.Start(new ProcessStartInfo("dotnet", arguments) { RedirectStandardOutput = true })!;
        var output = pack.StandardOutput.ReadToEnd();
        pack.WaitForExit();
        pack.ExitCode.ShouldBe(0, output);
        return ZipFile.OpenRead(folder.GetFiles("*.nupkg").Single().FullName);
    }
}
