using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace AcrTokens.Analyzers;

/// <summary>ACRT2006: the lease's docker configuration is set in the environment of the whole process.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class DockerConfigIsForProcess() : AcrAnalyzer(Descriptors.DockerConfigIsForProcess)
{
    protected override void Register(CompilationStartAnalysisContext context, AcrTypes types) =>
        Body.Register(
            context,
            (block, body) =>
            {
                var origins = body.Properties.Where(property => IsOfConfig(property.Property)).ToList();
                if (origins.Count == 0)
                    return;
                foreach (var use in SecretFlow.UsesOf(body, origins, IsDictionary))
                {
                    if (
                        use.Carrier.Parent
                            is IArgumentOperation { Parameter.Name: "value", Parent: IInvocationOperation { TargetMethod: var method } }
                        && Storing.IsEnvironment(method)
                    )
                        block.ReportDiagnostic(Found(use.Source.Syntax.GetLocation(), use.Origin, $"{method.ContainingType.Name}.{method.Name}"));
                }
            }
        );

    private static bool IsOfConfig(IPropertySymbol property) =>
        property is { Name: "Directory" or "Variables", ContainingType: { Name: "AcrDockerConfig", ContainingNamespace.Name: "AcrTokens" } };

    private static ImmutableStack<string> IsDictionary(IOperation origin) =>
        origin is IPropertyReferenceOperation { Property.Name: "Variables" } ? ImmutableStack.Create(Value.OfPair) : ImmutableStack<string>.Empty;
}
