using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace AcrTokens.Analyzers;

/// <summary>ACRT1008: a lease is minted, used and revoked in one line of statements, and an exception between skips the revocation.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class RevokeMayBeSkipped() : AcrAnalyzer(Descriptors.RevokeMayBeSkipped)
{
    protected override void Register(CompilationStartAnalysisContext context, AcrTypes types) =>
        Body.Register(
            context,
            (block, body) =>
            {
                // The attribute ends what a failed target leaves open.
                if (body.Leases(types).Count == 0 || BuildLacksAttribute.HasAttribute(block.OwningSymbol.ContainingType, types))
                    return;
                foreach (var (mint, lease) in body.Leases(types))
                {
                    if (!lease.IsHandedOn && !lease.IsUsing && lease.Holder is { } holder && Skipped(mint, lease, body, types) is { } end)
                        block.ReportDiagnostic(Found(end.NameLocation(), [mint.Syntax.GetLocation()], holder.Symbol.Name));
                }
            }
        );

    private static IInvocationOperation? Skipped(IInvocationOperation mint, LeaseFlow lease, Body body, AcrTypes types)
    {
        var minted = mint.Statement();
        if (lease.Ends.Count == 0 || !lease.Ends.TrueForAll(end => types.Revokes(end.TargetMethod) && end.Statement()?.Parent == minted?.Parent))
            return null;

        var first = lease.Ends[0];
        var (from, to) = (minted!.Syntax.Span.End, first.Statement()!.Syntax.SpanStart);
        return body.Calls.Any(call => call.Syntax.SpanStart >= from && call.Syntax.Span.End <= to) ? first : null;
    }
}
