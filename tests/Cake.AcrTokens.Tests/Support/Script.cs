using System.Reflection;
using Cake.Core;
using Cake.Core.Annotations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Cake.AcrTokens.Tests;

/// <summary>What Cake puts a script into: its members can be called without a context.</summary>
public abstract class ScriptHost
{
    public abstract ICakeContext Context { get; }

    public abstract CakeTaskBuilder Task(string name);

    public abstract void Setup<TData>(Func<ISetupContext, TData> action)
        where TData : class;

    public abstract void Teardown(Action<ITeardownContext> action);

    public abstract void Teardown<TData>(Action<ITeardownContext, TData> action)
        where TData : class;

    public abstract CakeReport RunTarget(string target);
}

/// <summary>Compiles as Cake does: a script behind a method for each alias, which hands the context on.</summary>
internal static class Script
{
    private static readonly string[] Namespaces =
    [
        "System", "System.Collections.Generic", "System.Linq", "System.Threading", "System.Threading.Tasks", "Cake.Core", "Cake.Core.IO", "Cake.Common",
        .. typeof(AcrTokenAliases).GetCustomAttributes<CakeNamespaceImportAttribute>().Select(a => a.Namespace),
    ];

    private static readonly IReadOnlyList<MetadataReference> References =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Select(path => MetadataReference.CreateFromFile(path)),
    ];

    /// <summary>What the compiler has to say of a script, warnings included.</summary>
    public static IEnumerable<string> Compile(string script)
    {
        var aliases = typeof(AcrTokenAliases).GetMethods().Concat(typeof(Common.Aliases).GetMethods())
            .Where(m => m.IsStatic && !m.IsSpecialName).Select(Method);
        var lines = script.Split('\n').Select(line => line.StartsWith("#addin", StringComparison.Ordinal) ? "" : line);
        var text = $"{string.Concat(Namespaces.Select(n => $"using {n};\n"))}{string.Join('\n', aliases)}\n{string.Join('\n', lines)}";

        var compilation = CSharpCompilation.CreateScriptCompilation(
            "script",
            CSharpSyntaxTree.ParseText(text, CSharpParseOptions.Default.WithKind(SourceCodeKind.Script)),
            References,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary),
            globalsType: typeof(ScriptHost));
        return Messages(compilation);
    }

    /// <summary>The same of a program.</summary>
    public static IEnumerable<string> CompileProgram(string program) => Messages(CSharpCompilation.Create(
        "program",
        [CSharpSyntaxTree.ParseText(program), CSharpSyntaxTree.ParseText("global using System; global using System.Collections.Generic; global using System.Threading.Tasks;")],
        References,
        new CSharpCompilationOptions(OutputKind.ConsoleApplication, nullableContextOptions: NullableContextOptions.Enable)));

    private static IEnumerable<string> Messages(CSharpCompilation compilation) =>
        compilation.GetDiagnostics().Where(d => d.Severity is DiagnosticSeverity.Error or DiagnosticSeverity.Warning && d.Id is not ("CS1701" or "CS1702" or "CS1705")).Select(d => d.ToString());

    private static string Method(MethodInfo alias)
    {
        var parameters = alias.GetParameters()[1..];
        var generic = alias.IsGenericMethod ? "<T>" : "";
        return $"public {Name(alias.ReturnType)} {alias.Name}{generic}({string.Join(", ", parameters.Select(p => $"{Name(p.ParameterType)} {p.Name}{(p.IsOptional ? " = null" : "")}"))})"
            + $" => {alias.DeclaringType!.FullName}.{alias.Name}{generic}({string.Join(", ", parameters.Select(p => p.Name).Prepend("Context"))});";
    }

    private static string Name(Type type) => type switch
    {
        _ when type == typeof(void) => "void",
        { IsGenericParameter: true } => type.Name,
        { IsGenericType: true } => $"{type.FullName![..type.FullName!.IndexOf('`', StringComparison.Ordinal)]}<{string.Join(", ", type.GenericTypeArguments.Select(Name))}>",
        _ => type.FullName!,
    };
}
