using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace AcrTokens.Analyzers;

/// <summary>The types that the rules check, found once per compilation by their full metadata names.</summary>
internal sealed class AcrTypes
{
    private static readonly ConditionalWeakTable<Compilation, AcrTypes> Known = new();

    private readonly INamedTypeSymbol client;
    private readonly INamedTypeSymbol? prepared;
    private readonly INamedTypeSymbol? nukeTasks;
    private readonly INamedTypeSymbol? cakeAliases;
    private readonly Lazy<INamedTypeSymbol?> exception;
    private readonly Lazy<INamedTypeSymbol?> timeSpan;
    private readonly Lazy<INamedTypeSymbol?> dateTimeOffset;

    // Searches the references once for each assembly, and then only that assembly.
    private AcrTypes(Compilation compilation)
    {
        Settings = compilation.GetTypeByMetadataName("AcrTokens.AcrSettings");
        client = In(Settings, "AcrTokens.AcrClient")!;
        Lease = In(Settings, "AcrTokens.AcrTokenLease")!;
        prepared = In(Settings, "AcrTokens.AcrPreparedToken");
        Secret = In(Settings, "AcrTokens.AcrSecret")!;
        if (Settings is null)
        {
            exception = timeSpan = dateTimeOffset = new(() => null);
            return;
        }

        nukeTasks = compilation.GetTypeByMetadataName("Nuke.AcrTokens.AcrTokenTasks");
        cakeAliases = compilation.GetTypeByMetadataName("Cake.AcrTokens.AcrTokenAliases");
        RevokeAttribute = In(nukeTasks, "Nuke.AcrTokens.RevokeAcrTokensAttribute");
        NukeBuild = compilation.GetTypeByMetadataName("Nuke.Common.NukeBuild");
        Target = In(NukeBuild, "Nuke.Common.Target");
        TargetDefinition = In(NukeBuild, "Nuke.Common.ITargetDefinition");
        SecretAttribute = In(NukeBuild, "Nuke.Common.SecretAttribute");
        ParameterAttribute = In(NukeBuild, "Nuke.Common.ParameterAttribute");
        exception = new(() => compilation.GetTypeByMetadataName("System.Exception"));
        timeSpan = new(() => compilation.GetTypeByMetadataName("System.TimeSpan"));
        dateTimeOffset = new(() => compilation.GetTypeByMetadataName("System.DateTimeOffset"));
    }

    public INamedTypeSymbol? Settings { get; }

    public INamedTypeSymbol Lease { get; }

    public INamedTypeSymbol Secret { get; }

    public INamedTypeSymbol? RevokeAttribute { get; }

    public INamedTypeSymbol? NukeBuild { get; }

    public INamedTypeSymbol? Target { get; }

    public INamedTypeSymbol? TargetDefinition { get; }

    public INamedTypeSymbol? SecretAttribute { get; }

    public INamedTypeSymbol? ParameterAttribute { get; }

    public INamedTypeSymbol? Exception => exception.Value;

    public INamedTypeSymbol? TimeSpan => timeSpan.Value;

    public INamedTypeSymbol? DateTimeOffset => dateTimeOffset.Value;

    /// <summary>The types of a compilation; null if the library is not referenced.</summary>
    public static AcrTypes? Of(Compilation compilation) =>
        Known.GetValue(compilation, c => new AcrTypes(c)) is { Settings: not null, Lease: not null, Secret: not null, client: not null } types
            ? types
            : null;

    public bool IsTask(IMethodSymbol method) =>
        Same(method.ContainingType, client) || Same(method.ContainingType, nukeTasks) || Same(method.ContainingType, cakeAliases);

    /// <summary>A call that returns a lease, or a prepared token that becomes one.</summary>
    public bool IsMint(IMethodSymbol method) =>
        (method.Name is "AcrTokenMint" or "AcrTokenMintAsync" or "MintTokenAsync" && IsTask(method))
        || (method.Name is "AcrTokenPrepare" or "AcrTokenPrepareAsync" or "PrepareTokenAsync" && IsTask(method))
        || (method.Name is "Mint" or "MintAsync" && Same(method.ContainingType, prepared));

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
        method.Name is "Mint" or "MintAsync" or "Dispose" or "DisposeAsync" && Same(method.ContainingType, prepared);

    /// <summary>Whether a type is a lease, or the task of one.</summary>
    public bool IsLease(ITypeSymbol? type) => Same(Awaited(type), Lease);

    /// <summary>Whether a type is a prepared token, or the task of one.</summary>
    public bool IsPreparation(ITypeSymbol? type) => Same(Awaited(type), prepared);

    public bool IsReveal(IMethodSymbol method) => method.Name == "Reveal" && Same(method.ContainingType, Secret);

    /// <summary>Whether a method reveals the password as one of a process's environment variables.</summary>
    public bool IsRevealOfVariables(IMethodSymbol method) => method.Name == "RevealContainerVariables" && Same(method.ContainingType, Lease);

    public bool IsExecutes(IMethodSymbol method) => method.Name == "Executes" && Same(method.ContainingType, TargetDefinition);

    /// <summary>
    /// Whether the core or the NUKE package declares the symbol. None of their methods ends a lease that it gets as an argument. One of Cake's
    /// aliases does.
    /// </summary>
    public bool IsOwn(ISymbol symbol) =>
        Same(symbol.ContainingAssembly, client.ContainingAssembly) || Same(symbol.ContainingAssembly, nukeTasks?.ContainingAssembly);

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

    private static INamedTypeSymbol? In(INamedTypeSymbol? neighbour, string name) => neighbour?.ContainingAssembly.GetTypeByMetadataName(name);
}
