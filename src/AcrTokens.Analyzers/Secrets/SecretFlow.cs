using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AcrTokens.Analyzers;

/// <summary>
/// Follows revealed secrets to their uses: through text, encodings, collections, LINQ and variables, but not through members and methods of
/// the script itself.
/// </summary>
internal sealed class SecretFlow : ValueFlow
{
    private readonly List<SecretUse> uses = [];
    private IOperation? reveal;

    private SecretFlow(Body body)
        : base(body) { }

    public static IReadOnlyList<SecretUse> UsesIn(Body body, AcrTypes types)
    {
        SecretFlow? flow = null;
        foreach (var call in body.Calls)
        {
            var isBag = types.IsRevealOfVariables(call.TargetMethod);
            if (!isBag && !types.IsReveal(call.TargetMethod))
                continue;
            flow ??= new SecretFlow(body);
            flow.reveal = call;
            flow.Follow(call, isBag ? ImmutableStack.Create(Value.OfPair) : null);
        }

        return flow?.uses ?? [];
    }

    /// <summary>Every use of other values that travel as text does.</summary>
    public static IReadOnlyList<SecretUse> UsesOf(Body body, IEnumerable<IOperation> origins, Func<IOperation, ImmutableStack<string>> path)
    {
        var flow = new SecretFlow(body);
        foreach (var origin in origins)
        {
            flow.reveal = origin;
            flow.Follow(origin, path(origin));
        }

        return flow.uses;
    }

    protected override void Use(Value value, IOperation? target) => uses.Add(new SecretUse(reveal!, value, target));

    protected override Step Beyond(Value value, IOperation parent)
    {
        var carrier = value.Carrier;
        switch (parent)
        {
            case IInterpolationOperation
            or IInterpolatedStringOperation
            or IInterpolatedStringAppendOperation
            or IInterpolatedStringAdditionOperation:
                return Masking.Begins(parent) ? Step.Drops : Step.Composes;
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Add, Type.SpecialType: SpecialType.System_String }:
                return Masking.Begins(parent) ? Step.Drops : Step.Composes;
            case IArgumentOperation { Parent: IInvocationOperation call } argument:
                return Argument(value, call, argument);
            case IArgumentOperation { Parent: IObjectCreationOperation creation }:
                return Texts.IsHolder(creation) ? Step.Composes : Step.Uses;
            case IInvocationOperation call when carrier is IArgumentOperation || call.Instance == carrier:
                return Call(call, isInstance: call.Instance == carrier);
            case IObjectCreationOperation creation when carrier is IArgumentOperation:
                return Step.Composes;
            case IPropertyReferenceOperation { Arguments.Length: > 0, Property.ContainingType.SpecialType: not SpecialType.System_String }:
                return Step.Carries;
            case IImplicitIndexerReferenceOperation slice:
                return slice.Instance == carrier ? Step.Carries : Step.Drops;
            case IArrayElementReferenceOperation element:
                return element.ArrayReference == carrier ? Step.Carries : Step.Drops;
            case IPropertyReferenceOperation:
                return Step.Drops;
            case IReturnOperation when carrier.Lambda()?.Receiver() is { } receiver && Texts.IsLinq(receiver.TargetMethod):
                Continue(value.Up(receiver));
                return Step.Drops;
            default:
                return Step.Uses;
        }
    }

    // What the value of the call holds: text made of the text, or the collection that the text was added to.
    private static Step Call(IInvocationOperation call, bool isInstance) =>
        call.Parent is IInterpolatedStringAppendOperation ? Step.Composes
        : isInstance && !Texts.IsText(call.TargetMethod) && !Texts.IsHolder(call.TargetMethod) ? Step.Uses
        : Step.Carries;

    private Step Argument(Value value, IInvocationOperation call, IArgumentOperation argument)
    {
        var method = call.TargetMethod;
        if (call.Parent is IInterpolatedStringAppendOperation || Texts.IsPartOf(method, argument))
            return Step.Composes;
        if (Texts.Adds(method, argument))
        {
            if (Binding.Variable(Root(call)) is { } variable)
            {
                if (Printing.IsSummary(variable, call))
                    return Step.Uses;
                Taint(variable, value.Up(value.Carrier, composes: true), call);
            }

            return call.Instance is IInstanceReferenceOperation || call.Type?.SpecialType != SpecialType.System_Void ? Step.Carries : Step.Uses;
        }

        if (Texts.IsLinq(method) && argument.Parameter?.Ordinal == 0)
        {
            var lambdas = call.Arguments.Select(a => (a.Value.Bare() as IDelegateCreationOperation)?.Target).OfType<IAnonymousFunctionOperation>();
            foreach (var parameter in lambdas.Select(lambda => lambda.Symbol.Parameters.FirstOrDefault()).OfType<ISymbol>())
                Taint(parameter, value, argument);
            return Texts.Selects(method) ? Step.Carries : Step.Drops;
        }

        return Step.Uses;
    }

    // The variable at the beginning of a chain of calls, such as 'text.Append(a).Append(b)'.
    private static IOperation? Root(IInvocationOperation call)
    {
        var receiver = Receiver(call);
        while (receiver?.Bare() is IInvocationOperation inner && Texts.IsHolder(inner.TargetMethod))
            receiver = Receiver(inner);
        return receiver;
    }

    private static IOperation? Receiver(IInvocationOperation call) =>
        call.Instance ?? (call.TargetMethod.IsExtensionMethod ? call.Arguments.FirstOrDefault()?.Value : null);
}
