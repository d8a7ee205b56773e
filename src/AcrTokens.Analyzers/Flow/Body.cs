using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace AcrTokens.Analyzers;

/// <summary>The calls, lambdas and variables of one body, found in one walk that all rules share.</summary>
internal sealed class Body
{
    private static readonly ConditionalWeakTable<IOperation, Body> Known = new();

    private static readonly Body Empty = new([]);

    private readonly Dictionary<ISymbol, Variable> variables = new(SymbolEqualityComparer.Default);
    private readonly List<IInvocationOperation> calls = [];
    private readonly List<IDelegateCreationOperation> delegates = [];
    private readonly List<IPropertyReferenceOperation> properties = [];
    private readonly object gate = new();
    private IReadOnlyList<SecretUse>? secrets;
    private IReadOnlyList<(IInvocationOperation, LeaseFlow)>? leases;

    private Body(IEnumerable<IOperation> blocks)
    {
        foreach (var block in blocks)
        {
            foreach (var operation in block.DescendantsAndSelf())
                Add(operation);
        }
    }

    public IReadOnlyList<IInvocationOperation> Calls => calls;

    public IReadOnlyList<IDelegateCreationOperation> Delegates => delegates;

    public IReadOnlyList<IPropertyReferenceOperation> Properties => properties;

    /// <summary>Registers a callback for each body in the compilation. What it reports is inside the body, so that an editor shows it.</summary>
    public static void Register(CompilationStartAnalysisContext context, Action<OperationBlockAnalysisContext, Body> found) =>
        context.RegisterOperationBlockAction(block =>
        {
            if (!block.OperationBlocks.IsEmpty)
                found(block, Of(block.OperationBlocks));
        });

    /// <summary>Every use of every secret that the body reveals.</summary>
    public IReadOnlyList<SecretUse> Secrets(AcrTypes types)
    {
        lock (gate)
            return secrets ??= SecretFlow.UsesIn(this, types);
    }

    /// <summary>Every lease that the body mints, with what it does with it.</summary>
    public IReadOnlyList<(IInvocationOperation Mint, LeaseFlow Lease)> Leases(AcrTypes types)
    {
        lock (gate)
            return leases ??= [.. calls.Where(call => Mints(call, types)).Select(mint => (mint, LeaseFlow.Of(mint, this, types)))];
    }

    /// <summary>Every token that the body prepares, with what it does with it.</summary>
    public IReadOnlyList<(IInvocationOperation Prepare, LeaseFlow Preparation)> Preparations(AcrTypes types) =>
        [
            .. calls
                .Where(call => types.IsMint(call.TargetMethod) && types.IsPreparation(call.TargetMethod.ReturnType))
                .Select(prepare => (prepare, LeaseFlow.Of(prepare, this, types))),
        ];

    public Variable? Find(ISymbol symbol) => variables.TryGetValue(symbol, out var variable) ? variable : null;

    // Also through a variable with a method group: 'var mint = AcrTokenMint; var lease = mint(s => s)'.
    private bool Mints(IInvocationOperation call, AcrTypes types) =>
        types.IsMint(call.TargetMethod)
            ? types.IsLease(call.TargetMethod.ReturnType)
            : call is { TargetMethod.MethodKind: MethodKind.DelegateInvoke, Instance: ILocalReferenceOperation { Local: var local } }
                && types.IsLease(call.TargetMethod.ReturnType)
                && delegates.Any(d =>
                    d
                        is {
                            Target: IMethodReferenceOperation { Method: var method },
                            Parent: IVariableInitializerOperation { Parent: IVariableDeclaratorOperation declarator }
                        }
                    && SymbolEqualityComparer.Default.Equals(declarator.Symbol, local)
                    && types.IsMint(method)
                );

    private static Body Of(ImmutableArray<IOperation> blocks) =>
        Known.GetValue(blocks[0], _ => blocks.Any(block => Mentions.IsIn(block.Syntax)) ? new Body(blocks) : Empty);

    private void Add(IOperation operation)
    {
        switch (operation)
        {
            case IInvocationOperation call:
                calls.Add(call);
                break;
            case IPropertyReferenceOperation property:
                properties.Add(property);
                break;
            case IDelegateCreationOperation creation:
                delegates.Add(creation);
                break;
            case IVariableDeclaratorOperation { Initializer: not null } declarator:
                Of(declarator.Symbol).Write(declarator);
                break;
            case ILocalReferenceOperation { IsDeclaration: false } local:
                Refer(local.Local, local);
                break;
            case IParameterReferenceOperation parameter:
                Refer(parameter.Parameter, parameter);
                break;
        }
    }

    private void Refer(ISymbol symbol, IOperation reference)
    {
        if (reference.Parent is ISimpleAssignmentOperation assignment && assignment.Target == reference)
            Of(symbol).Write(assignment);
        else if (
            reference.Parent is ITupleOperation { Parent: IDeconstructionAssignmentOperation deconstruction } tuple
            && deconstruction.Target == tuple
        )
            Of(symbol).Write(deconstruction);
        else if (reference.Parent is not IAssignmentOperation other || other.Target != reference)
            Of(symbol).Read(reference);
    }

    private Variable Of(ISymbol symbol)
    {
        if (!variables.TryGetValue(symbol, out var variable))
            variables.Add(symbol, variable = new Variable());
        return variable;
    }
}
