using System.Reflection;
using System.Text.Json;
using AcrTokens;
using Cake.Core.Annotations;

namespace Cake.AcrTokens.Real.Tests;

/// <summary>A script that calls each alias in each of its forms once.</summary>
internal static class EveryAlias
{
    // What each task is told besides its registry; {0} is the call's own number.
    private static readonly Dictionary<string, string> Given = new()
    {
        [nameof(AcrTokenAliases.AcrTokenCreate)] = """.SetName("created-{0}").SetScopeMap("_repositories_pull")""",
        [nameof(AcrTokenAliases.AcrTokenUpdate)] = """.SetName("updated-{0}").Disable()""",
        [nameof(AcrTokenAliases.AcrTokenGet)] = """.SetName("there")""",
        [nameof(AcrTokenAliases.AcrTokenList)] = "",
        [nameof(AcrTokenAliases.AcrTokenDelete)] = """.SetName("deleted-{0}")""",
        [nameof(AcrTokenAliases.AcrTokenCredentialGenerate)] = """.SetName("there").SetPasswordName(AcrTokenPasswordName.Password1).SetLifetime(TimeSpan.FromHours(1))""",
        [nameof(AcrTokenAliases.AcrTokenCredentialDelete)] = """.SetName("emptied-{0}").SetPasswordName(AcrTokenPasswordName.Password1)""",
        [nameof(AcrTokenAliases.AcrScopeMapCreate)] = """.SetName("created-{0}").AddRepository("samples/app", AcrPermission.Push)""",
        [nameof(AcrTokenAliases.AcrScopeMapUpdate)] = """.SetName("updated-{0}").SetDescription("updated")""",
        [nameof(AcrTokenAliases.AcrScopeMapGet)] = """.SetName("there")""",
        [nameof(AcrTokenAliases.AcrScopeMapList)] = "",
        [nameof(AcrTokenAliases.AcrScopeMapDelete)] = """.SetName("deleted-{0}")""",
        [nameof(AcrTokenAliases.AcrCredentialGet)] = "",
        [nameof(AcrTokenAliases.AcrCredentialRegenerate)] = ".SetPasswordName(AcrAdminPasswordName.Password2)",
        [nameof(AcrTokenAliases.AcrRegistryGet)] = "",
        [nameof(AcrTokenAliases.AcrTokenMint)] = """.SetScopeMap("_repositories_push")""",
        [nameof(AcrTokenAliases.AcrTokenRevoke)] = """.SetName("revoked-{0}")""",
        [nameof(AcrTokenAliases.AcrTokenSweep)] = "",
        [nameof(AcrTokenAliases.AcrTokenPreflight)] = "",
        [nameof(AcrTokenAliases.WithAcrToken)] = """.SetScopeMap("_repositories_push")""",
    };

    private static readonly object[] Password = [new { name = "password1", value = "not-a-password-but-a-canary" }];

    public static IReadOnlyList<MethodInfo> All { get; } = [.. typeof(AcrTokenAliases).GetMethods().Where(m => m.IsDefined(typeof(CakeMethodAliasAttribute)))];

    public static string Script { get; } = $$"""
        #load "emulator.cake"

        var cancellation = new System.Threading.CancellationTokenSource();
        var token = cancellation.Token;
        var leases = new List<AcrTokenLease>();

        Task("Call").Does(async () =>
        {
        {{string.Join('\n', All.Select((alias, n) => $"    {Call(alias, n)} Console.WriteLine(\"called {alias}\");"))}}
        });

        RunTarget("Call");
        """;

    /// <summary>What they need to be there.</summary>
    public static string Seed { get; } = JsonSerializer.Serialize(new
    {
        registries = new[]
        {
            new
            {
                name = "contoso",
                scopeMaps = Names(["there"], ("updated", nameof(AcrTokenAliases.AcrScopeMapUpdate)), ("deleted", nameof(AcrTokenAliases.AcrScopeMapDelete)))
                    .Select(name => new { name, actions = new[] { "repositories/samples/app/content/read" } }),
                tokens = Names(["there"], ("updated", nameof(AcrTokenAliases.AcrTokenUpdate)), ("deleted", nameof(AcrTokenAliases.AcrTokenDelete)), ("revoked", nameof(AcrTokenAliases.AcrTokenRevoke)))
                    .Select(name => new { name, scopeMap = "there", passwords = Array.Empty<object>() })
                    .Concat(Names("emptied", nameof(AcrTokenAliases.AcrTokenCredentialDelete)).Select(name => new { name, scopeMap = "there", passwords = Password })),
            },
        },
    });

    /// <summary>What the calls of an alias name, one for each form that takes settings.</summary>
    public static IEnumerable<string> Names(string kind, string alias) =>
        All.Index().Where(each => TaskOf(each.Item) == alias && each.Item.GetParameters()[1].ParameterType != typeof(AcrTokenLease)).Select(each => $"{kind}-{each.Index}");

    private static IEnumerable<string> Names(IEnumerable<string> fixedNames, params (string Kind, string Alias)[] each) => fixedNames.Concat(each.SelectMany(e => Names(e.Kind, e.Alias)));

    private static string TaskOf(MethodInfo alias) => alias.Name.EndsWith("Async", StringComparison.Ordinal) ? alias.Name[..^"Async".Length] : alias.Name;

    private static string Call(MethodInfo alias, int number)
    {
        var call = $"{alias.Name}({string.Join(", ", alias.GetParameters().Skip(1).Select(p => Argument(TaskOf(alias), number, p.ParameterType)))})";
        return alias.ReturnType switch
        {
            { IsGenericType: true } type when type.GetGenericTypeDefinition() == typeof(IAsyncEnumerable<>) => $"await foreach (var each in {call}) {{ }}",
            var type when type == typeof(Task<AcrTokenLease>) => $"leases.Add(await {call});",
            var type when type == typeof(AcrTokenLease) => $"leases.Add({call});",
            var type when type.IsAssignableTo(typeof(Task)) => $"await {call};",
            _ => $"{call};",
        };
    }

    private static string Argument(string task, int number, Type type)
    {
        var verbs = """.SetRegistryName("contoso")""" + string.Format(System.Globalization.CultureInfo.InvariantCulture, Given[task], number);
        return type switch
        {
            _ when type == typeof(CancellationToken) => "token",
            _ when type == typeof(AcrTokenLease) => "leases[^1]", // minted by an earlier call
            _ when type == typeof(Action<AcrTokenLease>) => "lease => leases.Add(lease)",
            _ when type == typeof(Func<AcrTokenLease, Task>) => "async lease => { await System.Threading.Tasks.Task.Yield(); leases.Add(lease); }",
            { IsGenericType: true } => $"s => s{verbs}",
            _ => $"new {type.Name}(){verbs}",
        };
    }
}
