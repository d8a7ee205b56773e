using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AcrTokens.Analyzers;

/// <summary>Recognizes the commands that tell a CI host to mask a value. They are the one reason to print it.</summary>
internal static class Masking
{
    /// <summary>Whether the text that an operation composes begins with such a command.</summary>
    public static bool Begins(IOperation text) =>
        text switch
        {
            IInterpolatedStringOperation { Parts: { IsEmpty: false } parts } => parts[0] is IInterpolatedStringTextOperation first
                && IsCommand(first.Text.ConstantValue.Value as string ?? first.Text.Syntax.ToString()),
            IBinaryOperation sum => IsCommand(Leftmost(sum).ConstantString()),
            _ => false,
        };

    /// <summary>Whether one of the texts that a call gets beside the value is such a command.</summary>
    public static bool IsIn(IInvocationOperation call) => call.Arguments.Any(argument => IsCommand(argument.Value.ConstantString()));

    private static IOperation Leftmost(IBinaryOperation sum)
    {
        IOperation left = sum;
        while (left.Bare() is IBinaryOperation { ConstantValue.HasValue: false } inner)
            left = inner.LeftOperand;
        return left;
    }

    private static bool IsCommand(string? text) =>
        text is not null
        && (
            text.StartsWith("::add-mask::", StringComparison.Ordinal)
            || text.StartsWith("##vso[task.setsecret", StringComparison.Ordinal)
            || (text.StartsWith("##vso[task.setvariable", StringComparison.Ordinal) && text.Contains("issecret=true"))
        );
}
