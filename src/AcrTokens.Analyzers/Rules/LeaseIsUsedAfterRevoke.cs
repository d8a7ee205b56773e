using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace AcrTokens.Analyzers;

/// <summary>ACRT1010: a lease's login is used behind the statement that revokes it.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class LeaseIsUsedAfterRevoke() : AcrAnalyzer(Descriptors.LeaseIsUsedAfterRevoke)
{
    protected override void Register(CompilationStartAnalysisContext context, AcrTypes types) =>
        Body.Register(
            context,
            (block, body) =>
            {
                var reported = new HashSet<IOperation>();
                foreach (var end in body.Calls.Where(call => types.Revokes(call.TargetMethod)))
                {
                    foreach (var use in UsesBehind(end, body, types).Where(reported.Add))
                        block.ReportDiagnostic(Found(use.Syntax.GetLocation(), [end.Syntax.GetLocation()], use.Syntax.ToString()));
                }
            }
        );

    // Only what certainly follows: in the block of the statement that revokes.
    private static IEnumerable<IOperation> UsesBehind(IInvocationOperation end, Body body, AcrTypes types)
    {
        if (
            Binding.Variable(Receiver(end)) is not { } lease
            || end.Statement() is not { Parent: IBlockOperation block } statement
            || body.Find(lease) is not { } variable
        )
            return [];
        return variable
            .ReadsAfter(statement.Syntax.Span.End)
            .Where(read => read.Syntax.Span.End <= block.Syntax.Span.End && IsRunHere(read, end) && LogsIn(read, types));
    }

    // A lambda that a call gets, such as the settings of a tool, runs with it. One that is kept may have run before.
    private static bool IsRunHere(IOperation read, IInvocationOperation end) =>
        read.Lambda() is { } lambda && lambda != end.Lambda()
            ? lambda.Receiver() is { } receiver && receiver.Lambda() == end.Lambda()
            : read.Lambda() == end.Lambda();

    private static IOperation? Receiver(IInvocationOperation end)
    {
        if (end.Instance is not IConditionalAccessInstanceOperation)
            return end.Instance;

        IOperation? access = end;
        while (access is not (null or IConditionalAccessOperation))
            access = access.Parent;
        return (access as IConditionalAccessOperation)?.Operation;
    }

    private static bool LogsIn(IOperation lease, AcrTypes types) =>
        lease.Parent switch
        {
            IPropertyReferenceOperation { Property.Name: "Password" } password => password.Parent
                is not IPropertyReferenceOperation { Property.Name: "Fingerprint" or "Redacted" },
            IInvocationOperation
            {
                TargetMethod.Name: "Login" or "LoginAsync" or "GetDockerConfig" or "GetDockerConfigAsync" or "RevealContainerVariables"
            } => true,
            IArgumentOperation { Parent: IInvocationOperation { TargetMethod: { Name: "SetAcrLogin" or "SetAcrContainerVariables" } verb } } =>
                types.IsOwn(verb),
            _ => false,
        };
}
