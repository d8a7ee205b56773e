using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace AcrTokens.Analyzers;

/// <summary>
/// The types that the rules check, found once per compilation by their full metadata names when a rule first asks for them: a compilation that has
/// not begun to bind reads all its references for that. A type that no reference has equals nothing.
/// </summary>
internal sealed class AcrTypes
{
    private static readonly ConditionalWeakTable<Compilation, AcrTypes> Known = new();

    private readonly ConcurrentDictionary<string, INamedTypeSymbol?> found = new(StringComparer.Ordinal);
    private readonly Lazy<bool> isFallout;
    private readonly Compilation compilation;

    private AcrTypes(Compilation compilation)
    {
        this.compilation = compilation;
        isFallout = new(() => Among("Fallout.AcrTokens.AcrTokenTasks").Any(type => type is not null));
    }

    public INamedTypeSymbol? Settings => Find("AcrTokens.AcrSettings");

    public INamedTypeSymbol? Lease => Find("AcrTokens.AcrTokenLease");

    public INamedTypeSymbol? Secret => Find("AcrTokens.AcrSecret");

    public INamedTypeSymbol? RevokeAttribute => Find("Nuke.AcrTokens.RevokeAcrTokensAttribute");

    public INamedTypeSymbol? BuildBase => Find("Nuke.Common.NukeBuild");

    public INamedTypeSymbol? Target => Find("Nuke.Common.Target");

    public INamedTypeSymbol? TargetDefinition => Find("Nuke.Common.ITargetDefinition");

    public INamedTypeSymbol? SecretAttribute => Find("Nuke.Common.SecretAttribute");

    public INamedTypeSymbol? ParameterAttribute => Find("Nuke.Common.ParameterAttribute");

    public INamedTypeSymbol? Exception => Find("System.Exception");

    public INamedTypeSymbol? TimeSpan => Find("System.TimeSpan");

    public INamedTypeSymbol? DateTimeOffset => Find("System.DateTimeOffset");

    private INamedTypeSymbol? Client => Find("AcrTokens.AcrClient");

    private INamedTypeSymbol? Prepared => Find("AcrTokens.AcrPreparedToken");

    private INamedTypeSymbol? HostTasks => Find("Nuke.AcrTokens.AcrTokenTasks");

    private INamedTypeSymbol? CakeAliases => Find("Cake.AcrTokens.AcrTokenAliases");

    public static AcrTypes Of(Compilation compilation) => Known.GetValue(compilation, c => new AcrTypes(c));

    public bool IsTask(IMethodSymbol method) =>
        Same(method.ContainingType, Client) || Same(method.ContainingType, HostTasks) || Same(method.ContainingType, CakeAliases);

    /// <summary>A call that returns a lease, or a prepared token that becomes one.</summary>
    public bool IsMint(IMethodSymbol method) =>
        (method.Name is "AcrTokenMint" or "AcrTokenMintAsync" or "MintTokenAsync" && IsTask(method))
        || (method.Name is "AcrTokenPrepare" or "AcrTokenPrepareAsync" or "PrepareTokenAsync" && IsTask(method))
        || (method.Name is "Mint" or "MintAsync" && Same(method.ContainingType, Prepared));

    public bool IsCredentialGenerate(IMethodSymbol method) =>
        method.Name is "AcrTokenCredentialGenerate" or "AcrTokenCredentialGenerateAsync" or "GenerateTokenCredentialAsync" && IsTask(method);

    /// <summary>Whether a method mints, passes the lease to a body and revokes it.</summary>
    public bool IsBody(IMethodSymbol method) => method.Name is "WithAcrToken" or "WithAcrTokenAsync" or "WithTokenAsync" && IsTask(method);

    /// <summary>Whether a method ends the lease that it is called on.</summary>
    public bool Revokes(IMethodSymbol method) =>
        method.Name is "Revoke" or "RevokeAsync" or "BeginRevoke" or "Dispose" or "DisposeAsync" && Same(method.ContainingType, Lease);

    /// <summary>Whether a method ends the lease that it is called on, or leaves that to another process.</summary>
    public bool EndsLease(IMethodSymbol method) =>
        Revokes(method) || (method.Name is "Detach" or "DetachAsync" && Same(method.ContainingType, Lease));

    /// <summary>Whether a method ends the token that it gets by name, or hands it to a lease of its own.</summary>
    public bool EndsByName(IMethodSymbol method) =>
        (
            method.Name
                is "AcrTokenRevoke"
                    or "AcrTokenRevokeAsync"
                    or "RevokeTokenAsync"
                    or "AcrTokenDelete"
                    or "AcrTokenDeleteAsync"
                    or "DeleteTokenAsync"
            && IsTask(method)
        ) || (method.Name is "Attach" or "AttachAsync" && Same(method.ContainingType, Lease));

    /// <summary>Whether a method mints a prepared token, or gives it up.</summary>
    public bool EndsPreparation(IMethodSymbol method) =>
        method.Name is "Mint" or "MintAsync" or "Dispose" or "DisposeAsync" && Same(method.ContainingType, Prepared);

    /// <summary>Whether a type is a lease, or the task of one.</summary>
    public bool IsLease(ITypeSymbol? type) => Same(Awaited(type), Lease);

    /// <summary>Whether a type is a prepared token, or the task of one.</summary>
    public bool IsPreparation(ITypeSymbol? type) => Same(Awaited(type), Prepared);

    public bool IsReveal(IMethodSymbol method) => method.Name == "Reveal" && Same(method.ContainingType, Secret);

    /// <summary>Whether a method reveals the password as one of a process's environment variables.</summary>
    public bool IsRevealOfVariables(IMethodSymbol method) => method.Name == "RevealContainerVariables" && Same(method.ContainingType, Lease);

    public bool IsExecutes(IMethodSymbol method) => method.Name == "Executes" && Same(method.ContainingType, TargetDefinition);

    /// <summary>
    /// Whether the core or the NUKE package declares the symbol. None of their methods ends a lease that it gets as an argument. One of Cake's
    /// aliases does.
    /// </summary>
    public bool IsOwn(ISymbol symbol) =>
        Same(symbol.ContainingAssembly, Settings?.ContainingAssembly) || Same(symbol.ContainingAssembly, HostTasks?.ContainingAssembly);

    public bool IsSettings(ITypeSymbol? type) => Derives(type, Settings);

    public static bool Derives(ITypeSymbol? type, INamedTypeSymbol? ancestor)
    {
        for (; type is not null; type = type.BaseType)
        {
            if (Same(type, ancestor))
                return true;
        }

        return false;
    }

    public static bool Same(ISymbol? one, ISymbol? other) => one is not null && SymbolEqualityComparer.Default.Equals(one.OriginalDefinition, other);

    private static ITypeSymbol? Awaited(ITypeSymbol? type) =>
        type is INamedTypeSymbol { Name: "Task" or "ValueTask", TypeArguments: { Length: 1 } result } ? result[0] : type;

    // What is NUKE's is Fallout's in a Fallout build. One that moves there may still have a package with NUKE's names, but only one of ours.
    private INamedTypeSymbol? Find(string name) =>
        found.GetOrAdd(name, n => Among(isFallout.Value ? BuildHosts.InFallout(n) : n).FirstOrDefault(type => type is not null));

    // Only in assemblies that are named after the type's first namespace: a search in all references reads the metadata of some 200.
    private IEnumerable<INamedTypeSymbol?> Among(string name)
    {
        var root = name.Substring(0, name.IndexOf('.'));
        if (root == "System")
            return [compilation.ObjectType.ContainingAssembly.GetTypeByMetadataName(name)];
        var assemblies = compilation.SourceModule.ReferencedAssemblySymbols.Where(a =>
            a.Name == root || a.Name.StartsWith($"{root}.", StringComparison.Ordinal)
        );
        return assemblies.Append(compilation.Assembly).Select(assembly => assembly.GetTypeByMetadataName(name));
    }
}
