using System.Reflection;
using System.Runtime.CompilerServices;

namespace AcrTokens.Tests;

/// <summary>Every fluent verb, found by reflection: a new verb is tested without being listed here.</summary>
public sealed class Verbs
{
    private static readonly string[] Prefixes = ["Set", "Reset", "Enable", "Disable", "Toggle", "Clear", "Add", "Remove"];

    // Verbs whose name ends neither in the property's name nor, for a list item, in its singular.
    private static readonly Dictionary<string, string[]> PropertiesOf = new()
    {
        ["Enable"] = ["Status"],
        ["Disable"] = ["Status"],
        ["AddCertificateFile"] = ["Certificates"],
        ["AddRepository"] = ["Repositories", "Scopes", "AddedScopes"],
        ["AddImage"] = ["Repositories"],
        ["AddGateway"] = ["Scopes", "AddedScopes"],
        ["RemoveRepository"] = ["Repositories", "Scopes", "RemovedScopes"],
        ["RemoveGateway"] = ["Scopes", "RemovedScopes"],
        ["AddLoginServer"] = ["LoginServers"],
        ["RemoveLoginServer"] = ["LoginServers"],
        ["SetRegistry"] = ["RegistryName"],
        ["SetResourceId"] = ["RegistryName", "Name"],
        ["SetToken"] = ["ScopeMap", "Status", "Passwords", "Certificates", "Tokens"],
    };

    public static TheoryData<string, string> All()
    {
        var data = new TheoryData<string, string>();
        foreach (var kind in SettingsKinds.All.Select(s => s.GetType()))
        {
            foreach (var verb in VerbsOf(kind).Select(v => v.ToString()!).Distinct())
                data.Add(kind.Name, verb);
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Change_their_property_and_nothing_else(string kind, string signature)
    {
        var verb = Verb(kind, signature);
        var original = verb.Name.StartsWith("Enable", StringComparison.Ordinal) && verb.Name != "Enable" ? Default(kind) : Samples.Filled(kind);
        var before = Values(original);

        var changed = Values(Call(verb, original));

        Values(original).ShouldBe(before);
        changed.Keys.Where(p => before[p] != changed[p]).ShouldNotBeEmpty();
        changed
            .Keys.Where(p => before[p] != changed[p])
            .ShouldBeSubsetOf(PropertiesOf.GetValueOrDefault(verb.Name) ?? [WithoutVerb(verb.Name), $"{WithoutVerb(verb.Name)}s"]);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Of_reset_bring_the_default_back(string kind, string signature)
    {
        var verb = Verb(kind, signature);
        if (!verb.Name.StartsWith("Reset", StringComparison.Ordinal))
            return;

        var property = WithoutVerb(verb.Name);
        Values(Call(verb, Samples.Filled(kind)))[property].ShouldBe(Values(Default(kind))[property]);
    }

    [Fact]
    public void Are_there_for_every_property() =>
        SettingsKinds
            .All.Select(s => s.GetType())
            .SelectMany(kind =>
                kind.GetProperties().Where(p => !VerbsOf(kind).Any(v => v.Name == $"Set{p.Name}")).Select(p => $"{kind.Name}.{p.Name}")
            )
            .ShouldBeEmpty();

    [Fact]
    public void Are_tested_for_the_settings_of_every_task() =>
        typeof(AcrClient)
            .GetMethods()
            .Select(m => m.GetParameters().FirstOrDefault()?.ParameterType)
            .Where(t => t?.IsSubclassOf(typeof(AcrSettings)) == true)
            .Distinct()
            .ShouldBe(SettingsKinds.All.Select(s => s.GetType()), ignoreOrder: true);

    private static string WithoutVerb(string name) => name[Prefixes.First(p => name.StartsWith(p, StringComparison.Ordinal)).Length..];

    private static MethodInfo Verb(string kind, string signature) => VerbsOf(Default(kind).GetType()).Single(v => v.ToString() == signature);

    private static AcrSettings Default(string kind) => SettingsKinds.All.Single(s => s.GetType().Name == kind);

    private static IEnumerable<MethodInfo> VerbsOf(Type kind) =>
        typeof(AcrSettings)
            .Assembly.GetExportedTypes()
            .Where(t => t != typeof(AcrCombining))
            .SelectMany(t => t.GetMethods(BindingFlags.Public | BindingFlags.Static))
            .Where(m => m.IsDefined(typeof(ExtensionAttribute)))
            .Select(m => m.IsGenericMethodDefinition ? TryMake(m, kind) : m)
            .OfType<MethodInfo>()
            .Where(m => m.GetParameters()[0].ParameterType == kind);

    private static MethodInfo? TryMake(MethodInfo verb, Type kind) =>
        verb.GetGenericArguments()[0].GetGenericParameterConstraints().All(c => c.IsAssignableFrom(kind)) ? verb.MakeGenericMethod(kind) : null;

    private static AcrSettings Call(MethodInfo verb, AcrSettings settings) =>
        (AcrSettings)verb.Invoke(null, [settings, .. verb.GetParameters().Skip(1).Select(Samples.ValueFor)])!;

    private static Dictionary<string, string?> Values(AcrSettings settings) =>
        settings
            .GetType()
            .GetProperties()
            .ToDictionary(
                p => p.Name,
                p =>
                    p.GetValue(settings) switch
                    {
                        System.Collections.IEnumerable list and not string => $"[{string.Join(", ", list.Cast<object>())}]",
                        AcrClient or Azure.Core.TokenCredential or IProgress<AcrSweepReport> =>
                            $"{System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(p.GetValue(settings))}",
                        var value => value?.ToString(),
                    }
            );
}
