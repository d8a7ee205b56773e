using System.Reflection;
using System.Runtime.CompilerServices;

namespace AcrTokens.Tests;

/// <summary>Every fluent verb, found by reflection: a verb that is added is tested without being named here.</summary>
public sealed class Verbs
{
    // Verbs whose name does not end in the property's.
    private static readonly Dictionary<string, string> PropertyOf = new()
    {
        ["Enable"] = nameof(AcrTokenChangeSettings.Status),
        ["Disable"] = nameof(AcrTokenChangeSettings.Status),
        ["AddPassword"] = nameof(AcrTokenUpdateSettings.Passwords),
        ["AddRepository"] = nameof(AcrTokenMintSettings.Repositories),
        ["RemoveRepository"] = nameof(AcrTokenMintSettings.Repositories),
    };

    private static readonly string[] Prefixes = ["Set", "Reset", "Enable", "Disable", "Toggle", "Clear"];

    public static TheoryData<string, string> All()
    {
        var data = new TheoryData<string, string>();
        foreach (var settings in SettingsKinds.All)
        {
            foreach (var verb in VerbsOf(settings.GetType()))
                data.Add(settings.GetType().Name, verb.Name);
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Change_their_property_and_nothing_else(string kind, string name)
    {
        var original = name.StartsWith("Enable", StringComparison.Ordinal) && name != "Enable" ? Default(kind) : Filled(kind);
        var before = Values(original);

        var changed = Call(VerbsOf(original.GetType()).Single(v => v.Name == name), original);

        var property = PropertyOf.GetValueOrDefault(name) ?? WithoutVerb(name);
        Values(original).ShouldBe(before);
        Values(changed).Where(v => before[v.Key] != v.Value).Select(v => v.Key).ShouldBe([property]);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Of_reset_bring_the_default_back(string kind, string name)
    {
        if (!name.StartsWith("Reset", StringComparison.Ordinal))
            return;

        var reset = Call(VerbsOf(Filled(kind).GetType()).Single(v => v.Name == name), Filled(kind));

        var property = WithoutVerb(name);
        Values(reset)[property].ShouldBe(Values(Default(kind))[property]);
    }

    [Fact]
    public void Are_there_for_every_property()
    {
        var properties = SettingsKinds.All.SelectMany(s => s.GetType().GetProperties()
            .Where(p => !VerbsOf(s.GetType()).Any(v => v.Name == $"Set{p.Name}"))
            .Select(p => $"{s.GetType().Name}.{p.Name}"));

        properties.ShouldBeEmpty();
    }

    private static string WithoutVerb(string name) => name[Prefixes.First(p => name.StartsWith(p, StringComparison.Ordinal)).Length..];

    private static IEnumerable<MethodInfo> VerbsOf(Type kind) => typeof(AcrSettings).Assembly.GetExportedTypes()
        .SelectMany(t => t.GetMethods(BindingFlags.Public | BindingFlags.Static))
        .Where(m => m.IsDefined(typeof(ExtensionAttribute)))
        .Select(m => m.IsGenericMethodDefinition ? TryMake(m, kind) : m)
        .OfType<MethodInfo>()
        .Where(m => m.GetParameters()[0].ParameterType == kind);

    private static MethodInfo? TryMake(MethodInfo verb, Type kind) =>
        verb.GetGenericArguments()[0].GetGenericParameterConstraints().All(c => c.IsAssignableFrom(kind)) ? verb.MakeGenericMethod(kind) : null;

    private static AcrSettings Call(MethodInfo verb, AcrSettings settings) =>
        (AcrSettings)verb.Invoke(null, [settings, .. verb.GetParameters().Skip(1).Select(p => Another[Nullable.GetUnderlyingType(p.ParameterType) ?? p.ParameterType])])!;

    private static AcrSettings Default(string kind) => SettingsKinds.All.Single(s => s.GetType().Name == kind);

    /// <summary>Settings whose every property differs from its default.</summary>
    private static AcrSettings Filled(string kind) => kind switch
    {
        nameof(AcrTokenCreateSettings) => Common(new AcrTokenCreateSettings { Name = "filled", ScopeMap = "filled", Status = new("filled"), Overwrite = true }),
        nameof(AcrTokenUpdateSettings) => Common(new AcrTokenUpdateSettings { Name = "filled", ScopeMap = "filled", Status = new("filled"), Passwords = [new("filled")] }),
        nameof(AcrTokenCredentialGenerateSettings) => Common(new AcrTokenCredentialGenerateSettings { Name = "filled", PasswordName = new("filled"), ExpiresOn = DateTimeOffset.UnixEpoch, Lifetime = TimeSpan.FromDays(9) }),
        nameof(AcrTokenMintSettings) => Common(new AcrTokenMintSettings
        {
            NamePrefix = "filled",
            Lifetime = TimeSpan.FromDays(9),
            MaximumLifetime = TimeSpan.FromDays(9),
            Repositories = [new("another", AcrPermission.Delete)],
            ScopeMap = "filled",
            KeepDisabled = true,
        }),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "fill it here"),
    };

    private static T Common<T>(T settings)
        where T : AcrSettings => settings.SetRegistryName("filled").SetResourceGroupName("filled").SetSubscriptionId("filled");

    private static readonly Dictionary<Type, object> Another = new()
    {
        [typeof(string)] = "another",
        [typeof(bool)] = false,
        [typeof(TimeSpan)] = TimeSpan.FromHours(3),
        [typeof(DateTimeOffset)] = DateTimeOffset.UnixEpoch.AddDays(1),
        [typeof(AcrPermission)] = AcrPermission.Push,
        [typeof(AcrTokenStatus)] = new AcrTokenStatus("another"),
        [typeof(AcrTokenPasswordName)] = AcrTokenPasswordName.Password2,
        [typeof(IEnumerable<AcrTokenPasswordName>)] = new[] { AcrTokenPasswordName.Password2 },
        [typeof(IEnumerable<AcrRepositoryScope>)] = new[] { new AcrRepositoryScope("another", AcrPermission.Push) },
    };

    private static Dictionary<string, string?> Values(AcrSettings settings) => settings.GetType().GetProperties().ToDictionary(
        p => p.Name,
        p => p.GetValue(settings) switch
        {
            System.Collections.IEnumerable list and not string => $"[{string.Join(", ", list.Cast<object>())}]",
            var value => value?.ToString(),
        });
}
