using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace AcrTokens.Analyzers;

/// <summary>
/// Follows a revealed secret from its <c>Reveal</c> to its uses: through concatenation, interpolation, formatting, string methods and
/// local variables. It begins where a secret is revealed, which is rare, so that it costs nothing elsewhere.
/// </summary>
internal static class SecretFlow
{
    /// <summary>Calls back for each use of each secret that the compilation reveals.</summary>
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
            OperationKind.Invocation);

    private static IEnumerable<SecretUse> UsesOf(IInvocationOperation reveal) => Follow(reveal, reveal, new HashSet<ILocalSymbol>(SymbolEqualityComparer.Default));

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
            case IConversionOperation or IParenthesizedOperation or IConditionalAccessOperation or ICoalesceOperation or ISwitchExpressionArmOperation or ISwitchExpressionOperation:
            case IArrayInitializerOperation or IArrayCreationOperation or IInterpolatedStringHandlerCreationOperation:
            case IConditionalOperation condition when condition.Condition != carrier:
                return true;
            case IInterpolationOperation or IInterpolatedStringOperation or IInterpolatedStringAppendOperation or IInterpolatedStringAdditionOperation:
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Add, Type.SpecialType: SpecialType.System_String }:
                isComposed = true;
                return true;
            case IArgumentOperation { Parent: IInvocationOperation call }:
                var appends = call.Parent is IInterpolatedStringAppendOperation;
                isComposed |= appends || IsText(call);
                return appends || IsText(call);
            case IInvocationOperation call:
                return IsText(call) || call.Parent is IInterpolatedStringAppendOperation;
            default:
                return false;
        }
    }

    // string.Format, Concat, Join, and what a string makes of itself: Trim, Replace, ToString.
    private static bool IsText(IInvocationOperation call) =>
        call is { TargetMethod.ContainingType.SpecialType: SpecialType.System_String, Type.SpecialType: SpecialType.System_String };

    private static ILocalSymbol? Local(IOperation carrier) => carrier.Parent switch
    {
        IVariableInitializerOperation { Parent: IVariableDeclaratorOperation declarator } => declarator.Symbol,
        ISimpleAssignmentOperation { Target: ILocalReferenceOperation target } assignment when assignment.Value == carrier => target.Local,
        _ => null,
    };

    private static IEnumerable<IOperation> Reads(IOperation body, ILocalSymbol local) => body.Descendants()
        .OfType<ILocalReferenceOperation>()
        .Where(reference => SymbolEqualityComparer.Default.Equals(reference.Local, local) && !IsWritten(reference));

    private static bool IsWritten(ILocalReferenceOperation reference) => reference.Parent is ISimpleAssignmentOperation assignment && assignment.Target == reference;
}
