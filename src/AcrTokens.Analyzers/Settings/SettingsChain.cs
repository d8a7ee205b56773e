using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AcrTokens.Analyzers;

/// <summary>
/// The settings of a task, if they are all visible in the source: a lambda that begins with its parameter, or <c>new</c> settings, followed
/// only by the library's verbs. With a variable, a condition or a verb from elsewhere the settings are not known.
/// </summary>
internal sealed class SettingsChain
{
    private readonly HashSet<string> given = [];

    private SettingsChain(INamedTypeSymbol settings) => Settings = settings;

    public INamedTypeSymbol Settings { get; }

    /// <summary>Reads the settings of a call; null if it is not a task's, or not all settings are visible.</summary>
    public static SettingsChain? Read(IInvocationOperation call, AcrTypes types)
    {
        if (
            !types.IsTask(call.TargetMethod)
            || call.Arguments.FirstOrDefault(a => SettingsOf(a.Parameter?.Type, types) is not null) is not { } argument
            || SettingsOf(argument.Parameter?.Type, types) is not { } settings
        )
            return null;

        var chain = new SettingsChain(settings);
        var value = argument.Value.Bare();
        if (value is not IDelegateCreationOperation { Target: IAnonymousFunctionOperation lambda })
            return chain.TryAdd(value, null, types) ? chain : null;
        return Returned(lambda) is { } returned && chain.TryAdd(returned, lambda.Symbol.Parameters.FirstOrDefault(), types) ? chain : null;
    }

    /// <summary>Whether one of the verbs was called with a value, or its property initialised: <c>Name</c> for <c>SetName</c>.</summary>
    public bool Has(params string[] verbs) => verbs.Any(given.Contains);

    // The settings themselves, or the T of Configure<T>. The first parameter of Cake's aliases is the context.
    private static INamedTypeSymbol? SettingsOf(ITypeSymbol? parameter, AcrTypes types)
    {
        var type = parameter is INamedTypeSymbol { DelegateInvokeMethod.ReturnType: var returned } ? returned : parameter;
        return types.IsSettings(type) ? type as INamedTypeSymbol : null;
    }

    private static IOperation? Returned(IAnonymousFunctionOperation lambda) =>
        lambda.Body.Operations.Length == 1 && lambda.Body.Operations[0] is IReturnOperation { ReturnedValue: { } value } ? value.Bare() : null;

    private bool TryAdd(IOperation value, IParameterSymbol? parameter, AcrTypes types) =>
        value switch
        {
            IParameterReferenceOperation start => SymbolEqualityComparer.Default.Equals(start.Parameter, parameter),
            IObjectCreationOperation start => Add(start.Initializer),
            IWithOperation copy => TryAdd(copy.Operand.Bare(), parameter, types) && Add(copy.Initializer),
            IInvocationOperation { TargetMethod: { IsExtensionMethod: true } verb } call
                when types.IsOwn(verb) && call.Arguments.FirstOrDefault(a => a.Parameter?.Ordinal == 0) is { } receiver => TryAdd(
                receiver.Value.Bare(),
                parameter,
                types
            ) && Add(call, verb.Name),
            _ => false,
        };

    private bool Add(IObjectOrCollectionInitializerOperation? initializer)
    {
        foreach (var assignment in initializer?.Initializers.OfType<ISimpleAssignmentOperation>() ?? [])
        {
            if (assignment.Target is IPropertyReferenceOperation target && !assignment.Value.IsNull())
                given.Add($"Set{target.Property.Name}");
        }

        return true;
    }

    private bool Add(IInvocationOperation call, string verb)
    {
        var isOpen = verb is "Apply" or "When" or "CombineWith" || Starts(verb, "Reset") || Starts(verb, "Clear") || Starts(verb, "Remove");
        if (!isOpen && !call.Arguments.Any(a => a.Parameter?.Ordinal == 1 && a.Value.IsNull()))
            given.Add(verb);
        return !isOpen;
    }

    private static bool Starts(string verb, string with) => verb.StartsWith(with, StringComparison.Ordinal);
}
