using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace AcrTokens.Analyzers;

/// <summary>
/// Follows a revealed secret from its <c>Reveal</c> to its uses: through concatenation, interpolation, formatting, string methods and
/// local variables. It starts at each <c>Reveal</c>. Those are rare, so that it costs nothing elsewhere.
/// </summary>
internal static class SecretFlow
{
    /// <summary>Registers a callback for each use of each secret that the compilation reveals.</summary>
    public static void Register(CompilationStartAnalysisContext context, AcrTypes types, Action<OperationAnalysisContext, SecretUse> found) =>
        context.RegisterOperationAction(
            operation =>
            {
                var call = (IInvocationOperation)operation.Operation;
                if (!types.IsReveal(call.TargetMethod))
                    return;
                foreach (var use in UsesOf(call))
                    found(operation, use);
            },
            OperationKind.Invocation
        );

    private static IEnumerable<SecretUse> UsesOf(IInvocationOperation reveal) =>
        Follow(reveal, reveal, new HashSet<ILocalSymbol>(SymbolEqualityComparer.Default));

    private static IEnumerable<SecretUse> Follow(IOperation source, IOperation carrier, HashSet<ILocalSymbol> seen)
    {
        var isComposed = false;
        while (Carries(carrier, carrier.Parent, ref isComposed))
            carrier = carrier.Parent!;

        if (Local(carrier) is not { } local)
            return [new SecretUse(source, carrier, isComposed)];
        return seen.Add(local) ? Reads(carrier.Root(), local).SelectMany(read => Follow(read, read, seen)) : [];
    }

    private static bool Carries(IOperation carrier, IOperation? parent, ref bool isComposed)
    {
        switch (parent)
        {
            case IConversionOperation
            or IParenthesizedOperation
            or ICoalesceOperation
            or IArrayInitializerOperation
            or IArrayCreationOperation
            or IInterpolatedStringHandlerCreationOperation:
                return true;
            case IConditionalAccessOperation access:
                return access.WhenNotNull == carrier;
            case IConditionalOperation choice:
                return choice.Condition != carrier;
            case ISwitchExpressionArmOperation arm:
                return arm.Value == carrier;
            case ISwitchExpressionOperation choice:
                return choice.Value != carrier;
            case IInterpolationOperation
            or IInterpolatedStringOperation
            or IInterpolatedStringAppendOperation
            or IInterpolatedStringAdditionOperation:
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Add, Type.SpecialType: SpecialType.System_String }:
                return isComposed = true;
            case IArgumentOperation { Parent: IInvocationOperation call } argument:
                var becomesPart = call.Parent is IInterpolatedStringAppendOperation || IsPartOf(call.TargetMethod, argument);
                isComposed |= becomesPart;
                return becomesPart;
            case IInvocationOperation call:
                return call.Parent is IInterpolatedStringAppendOperation || IsText(call.TargetMethod);
            default:
                return false;
        }
    }

    // String methods that return text from the instance or the arguments: Trim, Substring, ToString; Format, Concat.
    private static bool IsText(IMethodSymbol method) =>
        method is { ContainingType.SpecialType: SpecialType.System_String, ReturnType.SpecialType: SpecialType.System_String };

    // A replaced text is gone from the result: this is how a secret is redacted.
    private static bool IsPartOf(IMethodSymbol method, IArgumentOperation argument) =>
        IsText(method) && (method.Name is "Format" or "Concat" or "Join" or "Insert" || argument.Parameter?.Name == "newValue");

    private static ILocalSymbol? Local(IOperation carrier) =>
        carrier.Parent switch
        {
            IVariableInitializerOperation { Parent: IVariableDeclaratorOperation declarator } => declarator.Symbol,
            ISimpleAssignmentOperation { Target: ILocalReferenceOperation target } assignment when assignment.Value == carrier => target.Local,
            _ => null,
        };

    // No reads if the variable is also assigned another value: which one is read would only be known at run time.
    private static IEnumerable<IOperation> Reads(IOperation body, ILocalSymbol local)
    {
        var references = body.Descendants().OfType<ILocalReferenceOperation>().Where(reference => Same(reference.Local, local)).ToLookup(IsWritten);
        var isInitialised = body.Descendants()
            .OfType<IVariableDeclaratorOperation>()
            .Any(declarator => Same(declarator.Symbol, local) && declarator.Initializer is not null);
        return references[true].Count() + (isInitialised ? 1 : 0) > 1 ? [] : references[false];
    }

    private static bool IsWritten(ILocalReferenceOperation reference) =>
        reference.Parent is IAssignmentOperation assignment && assignment.Target == reference;

    private static bool Same(ILocalSymbol one, ILocalSymbol other) => SymbolEqualityComparer.Default.Equals(one, other);
}
