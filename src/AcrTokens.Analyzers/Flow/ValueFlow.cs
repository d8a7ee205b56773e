using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace AcrTokens.Analyzers;

/// <summary>
/// Follows values from their origin to their uses, through the expressions that carry them and the variables that hold them. Every read of a
/// variable is visited once, so that the cost grows with the body and not with its square.
/// </summary>
internal abstract class ValueFlow(Body body)
{
    // Since Roslyn 4.10: an array or span of a collection expression, or of 'params', and a spread element in it.
    private const OperationKind CollectionExpression = (OperationKind)127;
    private const OperationKind Spread = (OperationKind)128;

    private readonly HashSet<(IOperation, int)> seen = [];
    private readonly Queue<Value> pending = new();

    protected Body Body { get; } = body;

    /// <summary>Follows one value, and calls back for each use and each variable or member that it is assigned to.</summary>
    protected void Follow(IOperation origin, ImmutableStack<string>? path = null)
    {
        pending.Enqueue(new Value(origin, origin, false, path ?? ImmutableStack<string>.Empty));
        while (pending.Count > 0)
            Climb(pending.Dequeue());
    }

    /// <summary>What the parent of the carrier does with the value, beyond what all kinds of values have in common.</summary>
    protected abstract Step Beyond(Value value, IOperation parent);

    protected abstract void Use(Value value, IOperation? target);

    /// <summary>A variable got the value. It is followed from there.</summary>
    protected virtual void Bound(Value value, ISymbol symbol, IOperation target) { }

    protected void Continue(Value value) => pending.Enqueue(value);

    /// <summary>Continues with the reads of a variable that the value was added to, as by <c>Append</c>.</summary>
    protected void Taint(ISymbol symbol, Value value, IOperation by) => Visit(Body.Find(symbol)?.ReadsAfter(by.Syntax.Span.End) ?? [], value);

    private void Climb(Value value)
    {
        while (value.Carrier.Parent is { } parent)
        {
            if (parent is IConditionalAccessOperation access && access.Operation == value.Carrier)
                parent = (value = value.Up(Instance(access))).Carrier.Parent!;

            var step = Common(ref value, parent);
            if (step == Step.Uses && parent is not IMemberReferenceOperation && Bind(value, parent))
                return;
            if (step == Step.Uses)
                step = Beyond(value, parent);
            if (step == Step.Drops)
                return;
            if (step == Step.Uses)
            {
                Use(value, null);
                return;
            }

            value = value.Up(parent, step == Step.Composes);
        }
    }

    // An assignment is an expression too: its value goes on.
    private bool Bind(Value value, IOperation parent)
    {
        var isBound = false;
        foreach (var (symbol, target, arrived) in Binding.Of(value))
        {
            isBound = true;
            if (target is IDiscardOperation)
                continue;
            if (symbol is null)
            {
                Use(arrived, target);
                continue;
            }

            Bound(arrived, symbol, target);
            if (parent is ICompoundAssignmentOperation)
                Taint(symbol, arrived.Up(arrived.Carrier, composes: true), parent);
            else
                Visit(Body.Find(symbol)?.ReadsOf(End(target, parent)) ?? [], arrived);
        }

        if (isBound && parent is IAssignmentOperation { Parent: not (IExpressionStatementOperation or IObjectOrCollectionInitializerOperation) })
            Continue(value.Up(parent));
        if (isBound && parent is ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Arguments.Length: > 0 } indexer } assignment)
            Fill(value, indexer, assignment);
        return isBound;
    }

    // dictionary["key"] = value: the dictionary holds it from now on.
    private void Fill(Value value, IPropertyReferenceOperation indexer, ISimpleAssignmentOperation assignment)
    {
        if (Binding.Variable(indexer.Instance) is { } variable)
            Taint(variable, value, assignment);
        else if (assignment.Parent is IObjectOrCollectionInitializerOperation)
            Continue(value.Up(assignment));
    }

    // The receiver of what follows '?.'.
    private static IOperation Instance(IConditionalAccessOperation access) =>
        access.WhenNotNull.DescendantsAndSelf().OfType<IConditionalAccessInstanceOperation>().First();

    private static int End(IOperation target, IOperation parent) =>
        target is IVariableDeclaratorOperation ? target.Syntax.Span.End
        : parent is IAssignmentOperation ? parent.Syntax.Span.End
        : target.Syntax.SpanStart;

    private void Visit(IEnumerable<IOperation> reads, Value value)
    {
        var members = value.Path.Aggregate(0, (hash, member) => (hash * 31) + StringComparer.Ordinal.GetHashCode(member));
        foreach (var read in reads)
        {
            if (seen.Add((read, members)))
                pending.Enqueue(value with { Source = read, Carrier = read });
        }
    }

    private static Step Common(ref Value value, IOperation parent)
    {
        var carrier = value.Carrier;
        switch (parent)
        {
            case IConversionOperation
            or IParenthesizedOperation
            or IAwaitOperation
            or IArrayInitializerOperation
            or IArrayCreationOperation
            or IInterpolatedStringHandlerCreationOperation
            or ISwitchExpressionArmOperation:
                return Step.Carries;
            case { Kind: CollectionExpression or Spread }:
            case { Kind: OperationKind.None, Syntax: CollectionExpressionSyntax or SpreadElementSyntax or ExpressionElementSyntax }:
                return Step.Carries;
            case ICoalesceOperation:
                return Step.Carries;
            case IObjectOrCollectionInitializerOperation:
                return Step.Carries;
            case IObjectCreationOperation creation when creation.Initializer == carrier:
                return Step.Carries;
            case IConditionalAccessOperation access when access.WhenNotNull == carrier:
                return Step.Carries;
            case IConditionalOperation choice:
                return choice.Condition == carrier ? Step.Drops : Step.Carries;
            case ISwitchExpressionOperation choice:
                return choice.Value == carrier ? Step.Uses : Step.Carries;
            case ITupleOperation tuple when tuple.Parent is not IDeconstructionAssignmentOperation { Target: var target } || target != tuple:
                value = value.Into($"Item{tuple.Elements.IndexOf(carrier) + 1}");
                return Step.Carries;
            case ISimpleAssignmentOperation { Parent: IAnonymousObjectCreationOperation, Target: IPropertyReferenceOperation member }:
                value = value.Into(member.Property.Name);
                return Step.Carries;
            case IAnonymousObjectCreationOperation:
                return Step.Carries;
            case IMemberReferenceOperation member when member.Instance == carrier && value.Member is { } name:
                value = value.OutOf();
                return NameOf(member) == name || (name == Value.OfPair && IsOfDictionary(member)) ? Step.Carries : Step.Drops;
            case IInvocationOperation { TargetMethod.Name: "ConfigureAwait" or "GetAwaiter" or "GetResult" or "AsTask" or "WaitAsync" } call
                when call.Instance == carrier:
            case IPropertyReferenceOperation { Property: { Name: "Result", ContainingType.Name: "Task" or "ValueTask" } } result
                when result.Instance == carrier:
                return Step.Carries;
            default:
                return Step.Uses;
        }
    }

    private static string NameOf(IMemberReferenceOperation member) =>
        member is IFieldReferenceOperation { Field.CorrespondingTupleField: { } field } ? field.Name : member.Member.Name;

    private static bool IsOfDictionary(IMemberReferenceOperation member) =>
        member is IPropertyReferenceOperation property && (property.Arguments.Length > 0 || property.Property.Name == "Values");
}
