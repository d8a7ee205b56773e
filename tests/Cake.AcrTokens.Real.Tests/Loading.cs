using System.IO.Compression;
using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Cake.AcrTokens.Real.Tests;

/// <summary>
/// Cake loads an addin beside its own assemblies, and prefers its own where both have one. An assembly that requires a higher version of
/// such an assembly does not load, and all aliases are missing.
/// </summary>
[Collection(RealCake.Name)]
public sealed class Loading(CakeBuilds cake)
{
    // No alias loads any of these, as the scripts here show.
    private static readonly string[] AskForMoreThanCakeHas = ["Microsoft.Extensions.Hosting.Abstractions", "System.ClientModel"];

    // NuGet's order of a package's folders for .NET 10.
    private static readonly string[] Frameworks = ["net10.0", "net9.0", "net8.0", "net6.0", "net5.0", "netstandard2.1", "netstandard2.0"];

    private static readonly Lazy<Dictionary<string, Version>> OfCake = new(() =>
        Directory
            .GetFiles(CakeTool.Folder, "*.dll")
            .Select(file => Read(File.OpenRead(file)).Name)
            .OfType<AssemblyName>()
            .ToDictionary(name => name.Name!, name => name.Version!)
    );

    [CakeFact]
    public void Needs_no_higher_version_of_an_assembly_than_Cake_has()
    {
        OfCake.Value.ShouldContainKey("Microsoft.Extensions.Logging.Abstractions");

        foreach (var file in new[] { "AcrTokens.dll", "Cake.AcrTokens.dll" })
            TooHigh(Packed(file)).ShouldBeEmpty(file);
    }

    [CakeFact]
    public async Task Of_what_comes_with_it_is_known()
    {
        using (await cake.RunAsync("ends.cake", "--target=Next", "--dryrun")) // restores all that the script needs
        { }

        var assemblies = Directory
            .GetDirectories(Path.Combine(cake.Folder, "tools", "Addins"))
            .Select(package => Frameworks.Select(f => Path.Combine(package, "lib", f)).FirstOrDefault(Directory.Exists))
            .OfType<string>()
            .SelectMany(folder => Directory.GetFiles(folder, "*.dll"))
            .ToList();

        assemblies.Count.ShouldBeGreaterThan(10);
        assemblies
            .Where(file => TooHigh(File.OpenRead(file)).Any())
            .Select(file => Path.GetFileNameWithoutExtension(file))
            .Distinct()
            .ShouldBe(AskForMoreThanCakeHas, ignoreOrder: true);
    }

    private MemoryStream Packed(string file)
    {
        using var package = ZipFile.OpenRead(Directory.GetFiles(cake.Feed, "Cake.AcrTokens.*.nupkg").Single());
        using var entry = package.GetEntry($"lib/net10.0/{file}")!.Open();
        var content = new MemoryStream();
        entry.CopyTo(content);
        content.Position = 0;
        return content;
    }

    private static IEnumerable<string> TooHigh(Stream assembly) =>
        Read(assembly)
            .References.Where(r => OfCake.Value.TryGetValue(r.Name!, out var carried) && r.Version > carried)
            .Select(r => $"{r.Name} {r.Version}");

    private static (AssemblyName? Name, IReadOnlyList<AssemblyName> References) Read(Stream assembly)
    {
        using var file = new PEReader(assembly);
        if (!file.HasMetadata)
            return (null, []);

        var metadata = file.GetMetadataReader();
        return (
            metadata.GetAssemblyDefinition().GetAssemblyName(),
            [.. metadata.AssemblyReferences.Select(r => metadata.GetAssemblyReference(r).GetAssemblyName())]
        );
    }
}
