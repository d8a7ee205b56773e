using System.Reflection;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AcrTokens.Tests;

/// <summary>Which folder may use which. Read from the sources, since a namespace is not a boundary inside an assembly.</summary>
public sealed class Arrows
{
    private static readonly string Sources = Path.Combine(RepositoryRoot.Path, "src");

    // Each folder, and the other folders whose types it may name.
    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["Ci"] = [],
        ["Secrets"] = ["Ci", ""],
        ["Model"] = ["Secrets"],
        ["Settings"] = ["Model", ""],
        ["Execution"] = ["Model", "Secrets", ""],
        ["Leases"] = ["Ci", "Model", "Secrets", "Settings", "Execution", ""],
        ["Tasks"] = ["Ci", "Model", "Secrets", "Settings", "Execution", "Leases", ""],
        ["Hosts"] = [""],
    };

    // Types in the core's root for all folders. None is a task.
    private static readonly string[] Common = ["AcrException", "AcrCloud", "AcrClientOptions"];

    // A type and the converter that its attribute names.
    private static readonly string[] OfOnePiece = ["AcrSecretJsonConverter", "AcrSecretTypeConverter"];

    public static TheoryData<string> Folders => [.. Allowed.Keys];

    [Theory]
    [MemberData(nameof(Folders))]
    public void Of_the_cores_folders_run_one_way(string folder)
    {
        var home = SourcesOf("AcrTokens")
            .SelectMany(file => DeclaredIn(file).Select(type => (type, Folder: FolderOf(file))))
            .GroupBy(d => d.type, d => d.Folder)
            .ToDictionary(d => d.Key, d => d.First());

        var wrong =
            from file in Directory.GetFiles(Path.Combine(Sources, "AcrTokens", folder), "*.cs")
            from name in NamedIn(file).Distinct()
            let other = home.GetValueOrDefault(name)
            where other is not null && other != folder && !IsAllowed(folder, other, name)
            select $"{folder}/{Path.GetFileName(file)} uses {name} of {(other.Length > 0 ? other : "the root")}";

        wrong.ShouldBeEmpty();
    }

    [Fact]
    public void Of_the_cores_classes_lead_back_to_none()
    {
        var files = SourcesOf("AcrTokens").Where(file => FolderOf(file).Length > 0).ToList();
        var declared = files.SelectMany(DeclaredIn).ToHashSet();
        var uses = files
            .SelectMany(file =>
                TypesIn(file).Select(type => (type.Name, Uses: type.Names.Where(name => name != type.Name && declared.Contains(name))))
            )
            .GroupBy(type => type.Name, type => type.Uses)
            .ToDictionary(type => type.Key, type => type.SelectMany(u => u).ToHashSet());

        uses.Keys.Where(type => !OfOnePiece.Contains(type)).Select(type => PathBack(type, uses)).OfType<string>().ShouldBeEmpty();
    }

    [Fact]
    public void Know_every_folder() =>
        Directory
            .GetDirectories(Path.Combine(Sources, "AcrTokens"))
            .Select(Path.GetFileName)
            .Except(["bin", "obj"])
            .ShouldBe(Allowed.Keys, ignoreOrder: true);

    [Fact]
    public void Of_the_projects_run_one_way()
    {
        ReferencesOf("AcrTokens").ShouldBeEmpty();
        ReferencesOf("AcrTokens.AzureSdk").ShouldBe(["../AcrTokens/AcrTokens.csproj"]);
        ReferencesOf("AcrTokens.Emulator").ShouldBe(["../AcrTokens/AcrTokens.csproj"]);
        ReferencesOf("AcrTokens.Emulator.Tool").ShouldBe(["../AcrTokens.Emulator/AcrTokens.Emulator.csproj"]);
        ReferencesOf("AcrTokens.Extensions.DependencyInjection").ShouldBe(["../AcrTokens/AcrTokens.csproj"]);
        ReferencesOf("AcrTokens.Tool").ShouldBe(["../AcrTokens/AcrTokens.csproj"]);
        ReferencesOf("Fallout.AcrTokens").ShouldBe(["../AcrTokens/AcrTokens.csproj"]);
        ReferencesOf("Nuke.AcrTokens").ShouldBe(["../AcrTokens/AcrTokens.csproj"]);
        ReferencesOf("Cake.AcrTokens").ShouldBe(["../AcrTokens/AcrTokens.csproj"]);
    }

    /// <summary>The emulator shares no code with the library that it tests. Only one file may create the library's client.</summary>
    [Fact]
    public void Of_the_emulator_lead_to_the_core_in_one_file()
    {
        var files = SourcesOf("AcrTokens.Emulator").ToList();
        var own = files.SelectMany(DeclaredIn).ToHashSet();
        var core = typeof(AcrClient)
            .Assembly.GetExportedTypes()
            .Select(type => type.Name.Split('`')[0])
            .Where(name => !own.Contains(name))
            .ToHashSet();

        files.Where(file => NamedIn(file).Any(core.Contains)).Select(Path.GetFileName).ShouldBe(["AcrEmulator.Library.cs"]);
    }

    /// <summary>Core and emulator are read together, so a name has one meaning in both.</summary>
    [Fact]
    public void Of_the_emulator_and_the_core_share_no_types_name()
    {
        var core = SourcesOf("AcrTokens").SelectMany(DeclaredIn).ToHashSet();

        SourcesOf("AcrTokens.Emulator").SelectMany(DeclaredIn).Where(core.Contains).ShouldBeEmpty();
    }

    [Fact]
    public void Of_the_analyzers_lead_to_nothing_that_runs()
    {
        ReferencesOf("AcrTokens.Analyzers").ShouldBeEmpty();
        ReferencesOf("AcrTokens.Analyzers.CodeFixes").ShouldBe(["../AcrTokens.Analyzers/AcrTokens.Analyzers.csproj"]);
    }

    [Fact]
    public void Of_the_core_lead_to_no_build_system() =>
        typeof(AcrClient)
            .Assembly.GetReferencedAssemblies()
            .Select(a => a.Name!)
            .ShouldAllBe(n => !n.StartsWith("Nuke", StringComparison.Ordinal) && !n.StartsWith("Cake", StringComparison.Ordinal));

    [Fact]
    public void Of_the_core_can_be_compiled_ahead_of_time_and_trimmed() =>
        typeof(AcrClient)
            .Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .Where(m => m.Value == "True")
            .Select(m => m.Key)
            .ShouldBe(["IsTrimmable", "IsAotCompatible"], ignoreOrder: true);

    [Fact]
    public void Of_the_core_lead_to_none_of_Azures_management_clients() =>
        typeof(AcrClient)
            .Assembly.GetReferencedAssemblies()
            .Select(a => a.Name!)
            .ShouldAllBe(n => !n.StartsWith("Azure.ResourceManager", StringComparison.Ordinal));

    private static bool IsAllowed(string folder, string where, string name) =>
        where.Length > 0
            ? Allowed[folder].Contains(where)
            : Allowed[folder].Contains("")
                && (Common.Contains(name) || (name == "AcrClient" && folder is "Leases" or "Tasks" or "Settings" or "Hosts"));

    // Finds a path from a type through others back to it; null if there is none.
    private static string? PathBack(string type, Dictionary<string, HashSet<string>> uses)
    {
        var from = new Dictionary<string, string>();
        var next = new Queue<string>([type]);
        while (next.TryDequeue(out var at))
        {
            foreach (var used in uses.GetValueOrDefault(at, []).Where(used => !OfOnePiece.Contains(used)))
            {
                if (used == type)
                    return Chain(at, type, from);
                if (from.TryAdd(used, at))
                    next.Enqueue(used);
            }
        }

        return null;
    }

    private static string Chain(string last, string type, Dictionary<string, string> from)
    {
        var chain = new List<string> { type };
        for (var at = last; at != type; at = from[at])
            chain.Insert(0, at);
        return string.Join(" -> ", chain.Prepend(type));
    }

    private static IEnumerable<(string Name, IEnumerable<string> Names)> TypesIn(string file) =>
        Parse(file)
            .ChildNodes()
            .SelectMany(Types)
            .Select(type =>
                (type.Identifier.Text, type.DescendantNodes().OfType<SimpleNameSyntax>().Where(IsTypeLike).Select(n => n.Identifier.Text))
            );

    private static IEnumerable<BaseTypeDeclarationSyntax> Types(Microsoft.CodeAnalysis.SyntaxNode node) =>
        node is BaseTypeDeclarationSyntax type ? [type] : node.ChildNodes().SelectMany(Types);

    private static IEnumerable<string> DeclaredIn(string file) =>
        Parse(file).DescendantNodes().OfType<BaseTypeDeclarationSyntax>().Select(d => d.Identifier.Text);

    private static IEnumerable<string> NamedIn(string file) =>
        Parse(file).DescendantNodes().OfType<SimpleNameSyntax>().Where(IsTypeLike).Select(n => n.Identifier.Text);

    // Accepts "Foo" in "Foo.Bar", "new Foo()", "Foo bar" and the like, but not in "bar.Foo".
    private static bool IsTypeLike(SimpleNameSyntax name) => name.Parent is not MemberAccessExpressionSyntax access || access.Expression == name;

    private static Microsoft.CodeAnalysis.SyntaxNode Parse(string file) =>
        CSharpSyntaxTree.ParseText(File.ReadAllText(file), CSharpParseOptions.Default.WithLanguageVersion(LanguageVersion.Preview)).GetRoot();

    // Excludes references that only fix the build order.
    private static IEnumerable<string> ReferencesOf(string project) =>
        System
            .Xml.Linq.XDocument.Load(Path.Combine(Sources, project, $"{project}.csproj"))
            .Descendants("ProjectReference")
            .Where(r => (string?)r.Attribute("ReferenceOutputAssembly") != "false")
            .Select(r => (string)r.Attribute("Include")!);

    private static string FolderOf(string file) =>
        Path.GetRelativePath(Path.Combine(Sources, "AcrTokens"), Path.GetDirectoryName(file)!) is var folder and not "." ? folder : "";

    private static IEnumerable<string> SourcesOf(string project)
    {
        var folder = Path.Combine(Sources, project);
        return Directory
            .GetFiles(folder, "*.cs", SearchOption.AllDirectories)
            .Where(file => Path.GetRelativePath(folder, file).Split(Path.DirectorySeparatorChar)[0] is not ("bin" or "obj"));
    }
}
