using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AcrTokens.CodeGen.Tests;

/// <summary>The core's source: its settings, its handwritten verbs, and its client's tasks.</summary>
internal sealed class Core
{
    private const string Root = "AcrSettings";

    private readonly Dictionary<string, TypeDeclarationSyntax> types;
    private readonly HashSet<string> verbsByHand;
    private readonly HashSet<string> classes;

    private Core(IReadOnlyList<TypeDeclarationSyntax> declarations)
    {
        types = declarations.GroupBy(d => d.Identifier.Text).ToDictionary(g => g.Key, g => g.First());
        verbsByHand = [.. declarations.Where(d => d.Identifier.Text.EndsWith("Extensions", StringComparison.Ordinal)).SelectMany(Signatures)];
        classes = [.. declarations.OfType<ClassDeclarationSyntax>().Select(c => c.Identifier.Text)];

        var records = types.Values.OfType<RecordDeclarationSyntax>().Where(r => Is(r.Identifier.Text, Root)).ToList();
        var shared = records.SelectMany(Bases).Distinct().Select(b => types.GetValueOrDefault(b)).OfType<InterfaceDeclarationSyntax>();
        Settings =
        [
            .. records.Concat<TypeDeclarationSyntax>(shared).OrderBy(d => d.Identifier.Text, StringComparer.Ordinal).Select(d => new SettingsType(d)),
        ];

        var ofInterfaces = Settings.Where(s => s.IsInterface).SelectMany(s => s.Properties).Select(p => p.Name).ToHashSet();
        foreach (var record in Settings.Where(s => !s.IsInterface))
            record.Properties = [.. record.Properties.Where(p => !ofInterfaces.Contains(p.Name))];

        Tasks =
        [
            .. declarations
                .Where(d => d.Identifier.Text == "AcrClient")
                .SelectMany(d => d.Members.OfType<MethodDeclarationSyntax>())
                .Where(ClientTask.IsTask)
                .Select(m => new ClientTask(m))
                .OrderBy(t => t.Name, StringComparer.Ordinal),
        ];
    }

    public IReadOnlyList<SettingsType> Settings { get; }

    public IReadOnlyList<ClientTask> Tasks { get; }

    public static Core Read(string folder) =>
        new([
            .. Directory
                .EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
                .Order(StringComparer.Ordinal)
                .Where(file =>
                    !file.EndsWith(".g.cs", StringComparison.Ordinal)
                    && !Path.GetRelativePath(folder, file).StartsWith("obj", StringComparison.Ordinal)
                )
                .SelectMany(file => CSharpSyntaxTree.ParseText(File.ReadAllText(file)).GetRoot().DescendantNodes().OfType<TypeDeclarationSyntax>()),
        ]);

    /// <summary>Whether settings are of the type, or derive from it.</summary>
    public bool Is(string name, string ancestor) =>
        name == ancestor || (types.TryGetValue(name, out var type) && Bases(type).Any(b => Is(b, ancestor)));

    /// <summary>Whether the type is a record of the core, with its own properties, and not a plain value.</summary>
    public bool IsRecord(string name) => types.GetValueOrDefault(name) is RecordDeclarationSyntax;

    /// <summary>Whether a handwritten part of the class exists, which documents it.</summary>
    public bool HasClass(string name) => classes.Contains(name);

    public bool HasVerb(string signature) => verbsByHand.Contains(signature);

    public SettingsType SettingsOf(ClientTask task) => Settings.Single(s => s.Name == task.Settings);

    private static IEnumerable<string> Bases(TypeDeclarationSyntax type) => type.BaseList?.Types.Select(b => b.Type.ToString()) ?? [];

    private static IEnumerable<string> Signatures(TypeDeclarationSyntax type) =>
        type
            .Members.OfType<MethodDeclarationSyntax>()
            .Select(m => $"{type.Identifier.Text}.{m.Identifier.Text}({string.Join(", ", m.ParameterList.Parameters.Skip(1).Select(p => p.Type))})");
}
