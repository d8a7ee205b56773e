using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AcrTokens.Analyzers;

/// <summary>The variables and members that an operation assigns a value to.</summary>
internal static class Binding
{
    /// <summary>Each target, with the value as it arrives there. A target is a symbol's declaration, or a reference to it.</summary>
    public static IEnumerable<(ISymbol? Symbol, IOperation Target, Value Value)> Of(Value value) =>
        value.Carrier.Parent switch
        {
            IVariableInitializerOperation { Parent: IVariableDeclaratorOperation declarator } => [(declarator.Symbol, declarator, value)],
            ISimpleAssignmentOperation assignment when assignment.Value == value.Carrier => [Target(assignment.Target, value)],
            ICoalesceAssignmentOperation assignment when assignment.Value == value.Carrier => [Target(assignment.Target, value)],
            ICompoundAssignmentOperation assignment when assignment.Value == value.Carrier => [Target(assignment.Target, value)],
            IDeconstructionAssignmentOperation assignment when assignment.Value == value.Carrier => Elements(assignment.Target, value),
            IForEachLoopOperation loop when loop.Collection == value.Carrier => loop.LoopControlVariable is IVariableDeclaratorOperation variable
                ? [(variable.Symbol, variable, value)]
                : Elements(loop.LoopControlVariable, value),
            IIsPatternOperation match when match.Value == value.Carrier => Pattern(match.Pattern, value),
            ISwitchOperation choice when choice.Value == value.Carrier => choice
                .Cases.SelectMany(c => c.Clauses)
                .OfType<IPatternCaseClauseOperation>()
                .SelectMany(clause => Pattern(clause.Pattern, value)),
            ISwitchExpressionOperation choice when choice.Value == value.Carrier => choice.Arms.SelectMany(arm => Pattern(arm.Pattern, value)),
            _ => [],
        };

    public static ISymbol? Variable(IOperation? operation) =>
        operation?.Bare() switch
        {
            ILocalReferenceOperation local => local.Local,
            IParameterReferenceOperation parameter => parameter.Parameter,
            IDeclarationExpressionOperation declaration => Variable(declaration.Expression),
            _ => null,
        };

    private static (ISymbol?, IOperation, Value) Target(IOperation target, Value value) => (Variable(target), target, value);

    private static IEnumerable<(ISymbol?, IOperation, Value)> Elements(IOperation target, Value value)
    {
        var elements = target.Bare() switch
        {
            ITupleOperation tuple => tuple.Elements,
            IDeclarationExpressionOperation { Expression: ITupleOperation tuple } => tuple.Elements,
            _ => ImmutableArray<IOperation>.Empty,
        };
        for (var i = 0; i < elements.Length; i++)
        {
            if (value.Member is null || value.Member == $"Item{i + 1}" || (value.Member == Value.OfPair && i == 1))
                yield return Target(elements[i], value.OutOf());
        }
    }

    // Only the variables that stand for the whole value, not for one of its properties.
    private static IEnumerable<(ISymbol?, IOperation, Value)> Pattern(IPatternOperation pattern, Value value) =>
        pattern switch
        {
            IDeclarationPatternOperation { DeclaredSymbol: { } symbol } => [(symbol, pattern, value)],
            IRecursivePatternOperation { DeclaredSymbol: { } symbol } => [(symbol, pattern, value)],
            INegatedPatternOperation negated => Pattern(negated.Pattern, value),
            IBinaryPatternOperation both => Pattern(both.LeftPattern, value).Concat(Pattern(both.RightPattern, value)),
            _ => [],
        };
}
