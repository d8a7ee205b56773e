using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AcrTokens.Analyzers;

/// <summary>A use of a revealed secret.</summary>
/// <param name="Reveal">The call that reveals it.</param>
/// <param name="Value">The secret, as it arrives.</param>
/// <param name="Target">The member that it is assigned to, if it is.</param>
internal sealed record SecretUse(IOperation Reveal, Value Value, IOperation? Target)
{
    public IOperation Source => Value.Source;

    public IOperation Carrier => Value.Carrier;

    public bool IsComposed => Value.IsComposed;

    /// <summary>Registers a callback for each use of each secret that the compilation reveals.</summary>
    public static void Register(CompilationStartAnalysisContext context, AcrTypes types, Action<OperationBlockAnalysisContext, SecretUse> found) =>
        Body.Register(
            context,
            (block, body) =>
            {
                foreach (var use in body.Secrets(types))
                    found(block, use);
            }
        );

    /// <summary>Where the secret is revealed, if that is elsewhere.</summary>
    public IEnumerable<Location> Origin => Source == Reveal ? [] : [Reveal.Syntax.GetLocation()];
}
