using System.Reflection;
using Cake.Core;
using Cake.Core.Annotations;
using Nuke.AcrTokens;
using Nuke.Common.Tooling;

namespace Cake.AcrTokens.Tests;

/// <summary>Cake has the same tasks as NUKE. A task that only one of them has is found here.</summary>
public sealed class Surface
{
    private static readonly IReadOnlyList<MethodInfo> Aliases = [.. MethodsOf(typeof(AcrTokenAliases))];

    // For a teardown, which holds the lease and calls a synchronous alias.
    private static readonly string[] OfCakeAlone =
    [
        "Void AcrTokenRevoke(AcrTokenLease)",
        "Task AcrTokenRevokeAsync(AcrTokenLease)",
        "Task AcrTokenRevokeAsync(AcrTokenLease, CancellationToken)",
    ];

    [Fact]
    public void Is_NUKEs_with_functions_for_delegates_and_overloads_for_optional_parameters() =>
        Aliases.Select(Cakes).ShouldBe(MethodsOf(typeof(AcrTokenTasks)).Where(IsForOne).SelectMany(AsCakes).Concat(OfCakeAlone), ignoreOrder: true);

    [Fact]
    public void Has_NUKEs_choice_of_the_client() =>
        typeof(AcrTokenAliases)
            .GetProperty(nameof(AcrTokenTasks.Client))!
            .PropertyType.ShouldBe(typeof(AcrTokenTasks).GetProperty(nameof(AcrTokenTasks.Client))!.PropertyType);

    [Fact]
    public void Is_aliases_throughout()
    {
        Aliases.ShouldAllBe(m => m.IsDefined(typeof(CakeMethodAliasAttribute)));
        Aliases.ShouldAllBe(m => m.GetParameters()[0].ParameterType == typeof(ICakeContext));
        Aliases.Select(m => m.Name).ShouldNotContain(nameof(AcrTokenAliases));
        typeof(AcrTokenAliases).GetCustomAttribute<CakeAliasCategoryAttribute>()!.Name.ShouldBe("Azure Container Registry");
        typeof(AcrTokenAliases)
            .GetCustomAttributes<CakeNamespaceImportAttribute>()
            .Select(a => a.Namespace)
            .ShouldBe(["AcrTokens", "Cake.AcrTokens"], ignoreOrder: true);
    }

    // Cake writes a default of such a type as null, and then no script with the addin would compile.
    [Fact]
    public void Has_no_optional_parameter() => Aliases.SelectMany(m => m.GetParameters()).ShouldAllBe(p => !p.IsOptional);

    private static IEnumerable<MethodInfo> MethodsOf(Type type) =>
        type.GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly).Where(m => !m.IsSpecialName);

    private static bool IsForOne(MethodInfo task) =>
        !task.GetParameters()
            .Any(p => p.ParameterType is { IsGenericType: true } type && type.GetGenericTypeDefinition() == typeof(CombinatorialConfigure<>));

    private static IEnumerable<string> AsCakes(MethodInfo task)
    {
        var parameters = task.GetParameters();
        if (parameters[^1].IsOptional)
            yield return Text(task, parameters[..^1]);
        yield return Text(task, parameters);
    }

    private static string Cakes(MethodInfo alias) => Text(alias, alias.GetParameters()[1..]);

    private static string Text(MethodInfo method, IEnumerable<ParameterInfo> parameters) =>
        $"{Name(method.ReturnType)} {method.Name}({string.Join(", ", parameters.Select(p => Name(p.ParameterType)))})";

    private static string Name(Type type) =>
        type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Configure<>)
            ? Name(typeof(Func<,>).MakeGenericType(type.GenericTypeArguments[0], type.GenericTypeArguments[0]))
        : type.IsGenericType ? $"{type.Name}<{string.Join(", ", type.GenericTypeArguments.Select(Name))}>"
        : type.Name;
}
