using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AcrTokens.Analyzers;

/// <summary>Recognizes places that keep a value longer than the body: members of the class itself, statics, the environment.</summary>
internal static class Storing
{
    /// <summary>The place that stores the secret and the alternative, for the message; null if none is known.</summary>
    public static (string Place, string Instead)? In(SecretUse use, AcrTypes types) =>
        use.Target is IMemberReferenceOperation target
            ? Outlives(target)
                ? In(target.Member, types)
                : null
            : use.Carrier.Parent switch
            {
                IFieldInitializerOperation initializer => In(initializer.InitializedFields, types),
                IPropertyInitializerOperation initializer => In(initializer.InitializedProperties, types),
                IArgumentOperation { Parent: IInvocationOperation call } argument
                    when IsEnvironment(call.TargetMethod) && argument.Parameter?.Name == "value" => (
                    "the environment",
                    "Set it on the one process that needs it, or hand that 'lease.GetDockerConfig().Variables'"
                ),
                _ => null,
            };

    /// <summary>Whether a method sets a variable of the whole process.</summary>
    public static bool IsEnvironment(IMethodSymbol method) =>
        (method.ContainingType.NameInNuke(), method.Name)
            is
                ("System.Environment", "SetEnvironmentVariable")
                or
                ("Nuke.Common.EnvironmentInfo", "SetVariable");

    // A property of an object under construction is on its way to the receiver.
    private static bool Outlives(IMemberReferenceOperation target) =>
        target.Member.IsStatic
        || target.Instance is IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance }
        || (target.Instance is IConditionalAccessInstanceOperation && IsOfThis(target));

    private static bool IsOfThis(IOperation target)
    {
        var access = target;
        while (access is not (null or IConditionalAccessOperation))
            access = access.Parent;
        return access is IConditionalAccessOperation { Operation: IInstanceReferenceOperation };
    }

    private static (string Place, string Instead)? In<T>(ImmutableArray<T> members, AcrTypes types)
        where T : ISymbol => members.IsDefaultOrEmpty ? null : In(members[0], types);

    private static (string Place, string Instead)? In(ISymbol written, AcrTypes types)
    {
        // The field behind a property, written as 'field'.
        var member = (written as IFieldSymbol)?.AssociatedSymbol ?? written;
        if (Has(member, types.SecretAttribute))
            return null;
        if (Has(member, types.ParameterAttribute))
            return ($"parameter '{member.Name}'", "Mark the parameter '[Secret]', or keep the lease and reveal where the secret is needed");

        var kind = $"{(member.IsStatic ? "static " : "")}{(member is IFieldSymbol ? "field" : "property")}";
        return ($"{kind} '{member.Name}'", "Keep the lease or its AcrSecret, and reveal where the secret is needed");
    }

    private static bool Has(ISymbol member, INamedTypeSymbol? attribute) =>
        member.GetAttributes().Any(a => AcrTypes.Same(a.AttributeClass, attribute));
}
