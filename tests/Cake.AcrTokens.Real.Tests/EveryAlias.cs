using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using AcrTokens;
using Cake.Core.Annotations;

namespace Cake.AcrTokens.Real.Tests;

/// <summary>A script that calls each alias in each of its forms once.</summary>
internal static partial class EveryAlias
{
    // The settings of each task in the documentation's example.
    private static readonly Dictionary<string, string> Examples = XDocument
        .Load(Path.Combine(RepositoryRoot.Path, "src", "Cake.AcrTokens", "AcrTokenAliases.g.xml"))
        .Root!.Elements()
        .ToDictionary(task => task.Name.LocalName, task => Lambda().Match(task.Element("example")!.Value).Groups["verbs"].Value);

    private static readonly object[] Password = [new { name = "password1", value = "not-a-password-but-a-canary" }];

    public static IReadOnlyList<MethodInfo> All { get; } =
    [.. typeof(AcrTokenAliases).GetMethods().Where(m => m.IsDefined(typeof(CakeMethodAliasAttribute)))];

    public static string Script { get; } =
        $$"""
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

    /// <summary>The seed with the resources that the calls need.</summary>
    public static string Seed { get; } =
        JsonSerializer.Serialize(
            new
            {
                registries = new[]
                {
                    new
                    {
                        name = "contoso",
                        scopeMaps = NamesOf<AcrScopeMapSettings>()
                            .Except(Names(nameof(AcrTokenAliases.AcrScopeMapCreate)))
                            .Append("there")
                            .Select(name => new { name, actions = new[] { "repositories/samples/app/content/read" } }),
                        tokens = NamesOf<AcrTokenSettings>()
                            .Except(Names(nameof(AcrTokenAliases.AcrTokenCreate)))
                            .Select(name => new
                            {
                                name,
                                scopeMap = "there",
                                passwords = Password,
                            }),
                    },
                },
            }
        );

    /// <summary>The resource names in the calls of a task, one for each form that takes settings.</summary>
    public static IEnumerable<string> Names(string task) =>
        All.Index().Where(each => TaskOf(each.Item) == task && SettingsOf(each.Item) is not null).Select(each => $"{task}-{each.Index}");

    /// <summary>The resource names in the calls of all tasks on a token, or on a scope map.</summary>
    public static IEnumerable<string> NamesOf<T>()
        where T : AcrSettings => All.Where(alias => SettingsOf(alias)?.IsSubclassOf(typeof(T)) == true).Select(TaskOf).Distinct().SelectMany(Names);

    private static Type? SettingsOf(MethodInfo alias)
    {
        var type = alias.GetParameters()[1].ParameterType;
        var settings = type.IsGenericType ? type.GenericTypeArguments[0] : type;
        return settings.IsSubclassOf(typeof(AcrSettings)) ? settings : null;
    }

    private static string TaskOf(MethodInfo alias) =>
        alias.Name.EndsWith("Async", StringComparison.Ordinal) ? alias.Name[..^"Async".Length] : alias.Name;

    private static string Call(MethodInfo alias, int number)
    {
        var call = $"{alias.Name}({string.Join(", ", alias.GetParameters().Skip(1).Select(p => Argument(TaskOf(alias), number, p.ParameterType)))})";
        return alias.ReturnType switch
        {
            { IsGenericType: true } type when type.GetGenericTypeDefinition() == typeof(IAsyncEnumerable<>) =>
                $"await foreach (var each in {call}) {{ }}",
            var type when type == typeof(Task<AcrTokenLease>) => $"leases.Add(await {call});",
            var type when type == typeof(AcrTokenLease) => $"leases.Add({call});",
            var type when type.IsAssignableTo(typeof(Task)) => $"await {call};",
            _ => $"{call};",
        };
    }

    private static string Argument(string task, int number, Type type)
    {
        var verbs =
            """.SetRegistryName("contoso")"""
            + Name()
                .Replace(
                    Examples[task == nameof(AcrTokenAliases.WithAcrToken) ? nameof(AcrTokenAliases.AcrTokenMint) : task],
                    $"\"{task}-{number}\""
                );
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

    // Matches the example's settings after its registry, which is replaced.
    [GeneratedRegex("""=> s\.SetRegistryName\("[^"]+"\)\.SetResourceGroupName\("[^"]+"\)(?<verbs>.*)\);""")]
    private static partial Regex Lambda();

    [GeneratedRegex("(?<=\\.SetName\\()\"[^\"]+\"")]
    private static partial Regex Name();
}
