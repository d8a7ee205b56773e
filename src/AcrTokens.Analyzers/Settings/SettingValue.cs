using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace AcrTokens.Analyzers;

/// <summary>A value that is assigned to a property of the library's settings, by a verb, an initialiser or <c>with</c>.</summary>
internal readonly struct SettingValue
{
    /// <summary>The property name for a scope's repository: <c>AddRepository</c>, <c>new AcrRepositoryScope</c>.</summary>
    public const string Repository = nameof(Repository);

    private SettingValue(ITypeSymbol? settings, string property, IOperation value)
    {
        Settings = settings;
        Property = property;
        Value = value;
    }

    /// <summary>The settings' type; null for a standalone scope.</summary>
    public ITypeSymbol? Settings { get; }

    public string Property { get; }

    public IOperation Value { get; }

    /// <summary>Registers a callback for each value in the compilation.</summary>
    public static void Register(CompilationStartAnalysisContext context, AcrTypes types, Action<OperationAnalysisContext, SettingValue> found) =>
        context.RegisterOperationAction(
            operation =>
            {
                if (Read(operation.Operation, types) is { } value)
                    found(operation, value);
            },
            OperationKind.Invocation,
            OperationKind.SimpleAssignment,
            OperationKind.ObjectCreation
        );

    public bool IsFor(params string[] settings) => Settings is not null && settings.Contains(Settings.Name);

    /// <summary>Whether the settings derive from the type.</summary>
    public bool IsAny(string ancestor)
    {
        for (var type = Settings; type is not null; type = type.BaseType)
        {
            if (type.Name == ancestor)
                return true;
        }

        return false;
    }

    private static SettingValue? Read(IOperation operation, AcrTypes types) =>
        operation switch
        {
            IInvocationOperation { TargetMethod: { IsExtensionMethod: true } verb } call when verb.Parameters.Length > 1 && types.IsOwn(verb) => Read(
                call,
                verb,
                types
            ),
            ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property: var property, Instance: var owner } } assignment
                when types.IsSettings(property.ContainingType) => new(owner?.Type ?? property.ContainingType, property.Name, assignment.Value),
            IObjectCreationOperation { Type: { Name: "AcrRepositoryScope" } type } creation
                when types.IsOwn(type) && Argument(creation.Arguments, 0) is { } repository => new(null, Repository, repository),
            _ => null,
        };

    private static SettingValue? Read(IInvocationOperation call, IMethodSymbol verb, AcrTypes types)
    {
        var settings = verb.Parameters[0].Type;
        if (!types.IsSettings(settings) || Argument(call.Arguments, 1) is not { } value)
            return null;
        if (verb.Name is "AddRepository" or "RemoveRepository")
            return new(settings, Repository, value);
        return verb.Name.StartsWith("Set", StringComparison.Ordinal) ? new(settings, verb.Name.Substring("Set".Length), value) : null;
    }

    private static IOperation? Argument(IEnumerable<IArgumentOperation> arguments, int ordinal) =>
        arguments.FirstOrDefault(a => a.Parameter?.Ordinal == ordinal)?.Value.Bare();
}
