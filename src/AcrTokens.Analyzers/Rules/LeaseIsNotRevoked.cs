using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace AcrTokens.Analyzers;

/// <summary>ACRT1001: nothing ends a lease in a local variable, and it is not passed anywhere else.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class LeaseIsNotRevoked() : AcrAnalyzer(Descriptors.LeaseIsNotRevoked)
{
    protected override void Register(CompilationStartAnalysisContext context, AcrTypes types) =>
        Body.Register(
            context,
            (block, body) =>
            {
                // One variable can hold the leases of two mints: 'push ? AcrTokenMint(…) : AcrTokenMint(…)'.
                var reported = new HashSet<Location>();
                foreach (var (mint, lease) in body.Leases(types))
                {
                    if (Problem(lease) is var (location, name) && reported.Add(location))
                        block.ReportDiagnostic(Found(location, [mint.Syntax.GetLocation()], name));
                }
            }
        );

    /// <summary>Where nothing ends a lease, and its name; null if something may.</summary>
    public static (Location Place, string Name)? Problem(LeaseFlow lease) =>
        lease switch
        {
            { IsEndedOrHandedOn: true } => null,
            { Holder: ({ } symbol, ILocalReferenceOperation or IParameterReferenceOperation) holder } => (
                holder.Target.Syntax.GetLocation(),
                symbol.Name
            ),
            { Holder: ({ } symbol, _) } => (symbol.Locations[0], symbol.Name),
            { Unheld: { } unheld } => (unheld.Syntax.GetLocation(), unheld.Syntax.ToString()),
            _ => null,
        };
}
