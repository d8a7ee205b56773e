using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AcrTokens.Analyzers;

/// <summary>Follows one minted lease or prepared token, or the task that makes it, and records what the body does with it.</summary>
internal sealed class LeaseFlow : ValueFlow
{
    private readonly AcrTypes types;
    private readonly bool isPreparation;

    private LeaseFlow(Body body, AcrTypes types, bool isPreparation)
        : base(body) => (this.types, this.isPreparation) = (types, isPreparation);

    /// <summary>The first variable that holds the lease itself: its declaration, or the reference to it that is assigned.</summary>
    public (ISymbol Symbol, IOperation Target)? Holder { get; private set; }

    /// <summary>Whether something may end the lease: a call, or other code that gets it.</summary>
    public bool IsEndedOrHandedOn { get; private set; }

    /// <summary>The calls that end it in this body.</summary>
    public List<IInvocationOperation> Ends { get; } = [];

    /// <summary>Whether a <c>using</c> holds it.</summary>
    public bool IsUsing { get; private set; }

    /// <summary>Whether code outside of the body may know the lease.</summary>
    public bool IsHandedOn { get; private set; }

    /// <summary>A use of the lease that is not held by any variable.</summary>
    public IOperation? Unheld { get; private set; }

    public static LeaseFlow Of(IInvocationOperation mint, Body body, AcrTypes types)
    {
        var flow = new LeaseFlow(body, types, types.IsPreparation(mint.TargetMethod.ReturnType));
        flow.Follow(mint);
        return flow;
    }

    protected override Step Beyond(Value value, IOperation parent) => Step.Uses;

    protected override void Bound(Value value, ISymbol symbol, IOperation target)
    {
        var type = symbol is ILocalSymbol local ? local.Type : (symbol as IParameterSymbol)?.Type;
        if (type is not { Name: "Task" or "ValueTask" } && (isPreparation ? types.IsPreparation(type) : types.IsLease(type)))
            Holder ??= (symbol, target);
        if (target is IVariableDeclaratorOperation declarator && IsInUsing(declarator))
            IsUsing = IsEndedOrHandedOn = true;
    }

    protected override void Use(Value value, IOperation? target)
    {
        if (
            target is null
            && value.Carrier.Parent is IInvocationOperation call
            && call.Instance == value.Carrier
            && types.EndsLease(call.TargetMethod)
        )
            Ends.Add(call);
        else if (target is null && value.Carrier.Parent is IUsingOperation)
            IsUsing = IsEndedOrHandedOn = true;
        else if (target is not null || !IsOnlyLookedAt(value.Carrier))
            IsHandedOn = true;
        else if (Holder is null && value.Carrier.Parent is IInvocationOperation or IPropertyReferenceOperation)
            Unheld = value.Carrier;
        IsEndedOrHandedOn |= IsHandedOn || Ends.Count > 0;
    }

    private bool Ending(IMethodSymbol method) => isPreparation ? types.EndsPreparation(method) : types.EndsLease(method);

    private static bool IsInUsing(IVariableDeclaratorOperation declarator)
    {
        IOperation? parent = declarator.Parent;
        while (parent is IVariableDeclarationOperation or IVariableDeclarationGroupOperation)
            parent = parent.Parent;
        return parent is IUsingDeclarationOperation or IUsingOperation;
    }

    // Any use that is not known to leave the lease alone may end it, or store it for other code that does.
    private bool IsOnlyLookedAt(IOperation lease) =>
        lease.Parent switch
        {
            IInvocationOperation call when call.Instance == lease => !Ending(call.TargetMethod),
            IPropertyReferenceOperation { Property.Name: "Name" or "ResourceId" } name => !EndsByName(name),
            IPropertyReferenceOperation => true,
            IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals } => true,
            IIsPatternOperation or ISwitchExpressionOperation or ISwitchOperation => true,
            IInterpolationOperation or INameOfOperation or IExpressionStatementOperation => true,
            IArgumentOperation { Parent: IInvocationOperation call } => types.IsOwn(call.TargetMethod) || Printing.IsLog(call.TargetMethod),
            _ => false,
        };

    // AcrTokenRevoke(s => s.SetName(lease.Name)), or with a variable that holds the name.
    private bool EndsByName(IOperation name)
    {
        if (IsArgumentOfAnEnd(name))
            return true;
        return Binding
            .Of(new Value(name, name, false, ImmutableStack<string>.Empty))
            .Any(bound => bound.Symbol is not null && Body.Find(bound.Symbol)?.Reads.Any(IsArgumentOfAnEnd) == true);
    }

    private bool IsArgumentOfAnEnd(IOperation name)
    {
        for (var parent = name.Parent; parent is not null; parent = parent.Parent)
        {
            if (parent is IInvocationOperation call && types.EndsByName(call.TargetMethod))
                return true;
        }

        return false;
    }
}
