using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace AcrTokens.Analyzers;

/// <summary>Navigates the operations of a body.</summary>
internal static class Operations
{
    /// <summary>
    /// The expression that holds a call's result, past conversions, <c>await</c>, <c>ConfigureAwait</c>, <c>GetAwaiter().GetResult()</c> and
    /// <c>Result</c>.
    /// </summary>
    public static IOperation Outcome(this IOperation operation)
    {
        while (IsCarriedBy(operation, operation.Parent))
            operation = operation.Parent!;
        return operation;
    }

    /// <summary>The whole body that contains an operation.</summary>
    public static IOperation Root(this IOperation operation)
    {
        while (operation.Parent is { } parent)
            operation = parent;
        return operation;
    }

    /// <summary>The operation without the conversions around it.</summary>
    public static IOperation Bare(this IOperation operation)
    {
        while (operation is IConversionOperation or IParenthesizedOperation)
            operation = operation is IConversionOperation conversion ? conversion.Operand : ((IParenthesizedOperation)operation).Operand;
        return operation;
    }

    /// <summary>The statement that contains an operation, directly in a block.</summary>
    public static IOperation? Statement(this IOperation operation)
    {
        IOperation? statement = operation;
        while (statement is not (null or { Parent: IBlockOperation }))
            statement = statement.Parent;
        return statement;
    }

    public static string? ConstantString(this IOperation operation) =>
        operation.ConstantValue is { HasValue: true, Value: string text } ? text : null;

    public static bool IsNull(this IOperation operation) => operation.Bare().ConstantValue is { HasValue: true, Value: null };

    /// <summary>The lambda or anonymous method that directly contains an operation; null inside a local function.</summary>
    public static IAnonymousFunctionOperation? Lambda(this IOperation operation)
    {
        for (var parent = operation.Parent; parent is not null; parent = parent.Parent)
        {
            switch (parent)
            {
                case IAnonymousFunctionOperation lambda:
                    return lambda;
                case ILocalFunctionOperation:
                    return null;
            }
        }

        return null;
    }

    /// <summary>The call that a lambda is an argument of.</summary>
    public static IInvocationOperation? Receiver(this IAnonymousFunctionOperation lambda)
    {
        IOperation? parent = lambda.Parent;
        while (
            parent
                is IDelegateCreationOperation
                    or IConversionOperation
                    or IParenthesizedOperation
                    or IArrayInitializerOperation
                    or IArrayCreationOperation
        )
            parent = parent.Parent;
        return (parent as IArgumentOperation)?.Parent as IInvocationOperation;
    }

    /// <summary>The location of a call's method name: <c>AcrTokenMint</c> in <c>AcrTokenTasks.AcrTokenMint(…)</c>.</summary>
    public static Location NameLocation(this IInvocationOperation call) =>
        call.Syntax switch
        {
            InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access } => access.Name.GetLocation(),
            InvocationExpressionSyntax { Expression: MemberBindingExpressionSyntax binding } => binding.Name.GetLocation(),
            InvocationExpressionSyntax { Expression: var name } => name.GetLocation(),
            var other => other.GetLocation(),
        };

    private static bool IsCarriedBy(IOperation operation, IOperation? parent) =>
        parent switch
        {
            IConversionOperation or IParenthesizedOperation or IAwaitOperation => true,
            IInvocationOperation { TargetMethod.Name: "ConfigureAwait" or "GetAwaiter" or "GetResult" or "AsTask" } call => call.Instance
                == operation,
            IPropertyReferenceOperation { Property.Name: "Result" } result => result.Instance == operation,
            _ => false,
        };
}
