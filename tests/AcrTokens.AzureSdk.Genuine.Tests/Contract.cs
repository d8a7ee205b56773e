using System.IO.Compression;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.Loader;
using Azure.ResourceManager;
using Azure.ResourceManager.ContainerRegistry;

namespace AcrTokens.AzureSdk.Tests;

/// <summary>Compares the stand-in in offline/ with Azure's client, member by member.</summary>
public sealed class Contract
{
    private const string StandIn = "Azure.ResourceManager.ContainerRegistry.1.4.0-standin";

    // New in 1.4.0. These binaries are older.
    private const string Later = "RoleAssignmentMode";

    private static readonly Assembly Genuine = typeof(ContainerRegistryResource).Assembly;

    [Fact]
    public async Task Declares_nothing_that_the_client_has_otherwise()
    {
        var declared = (await LoadAsync()).GetExportedTypes().SelectMany(Members).ToList();

        var missing = declared.Except(Genuine.GetExportedTypes().SelectMany(Members)).ToList();

        await File.WriteAllTextAsync(
            Path.Combine(AppContext.BaseDirectory, "azure-client.txt"),
            $"{Version(Genuine)}, {Version(typeof(ArmClient).Assembly)}: {declared.Count} members compared, {missing.Count} of them not in it"
        );
        declared.Count.ShouldBeGreaterThan(100, "it was found and read");
        missing.Where(m => !m.Contains(Later, StringComparison.Ordinal)).ShouldBeEmpty();
    }

    private static async Task<Assembly> LoadAsync()
    {
        await using var package = await ZipFile.OpenReadAsync(Path.Combine(RepositoryRoot.Path, "offline", "feed", $"{StandIn}.nupkg"));
        using var bytes = new MemoryStream();
        await using (var dll = await package.Entries.Single(e => e.Name == $"{Genuine.GetName().Name}.dll").OpenAsync())
            await dll.CopyToAsync(bytes);
        bytes.Position = 0;
        return new AssemblyLoadContext(StandIn).LoadFromStream(bytes);
    }

    private static string Version(Assembly assembly) => $"{assembly.GetName().Name} {assembly.GetName().Version!.ToString(3)}";

    // Inherited members as well: it does not matter where a member is declared. A property's accessors count separately.
    private static IEnumerable<string> Members(Type type) =>
        type.GetMembers(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.FlattenHierarchy)
            .Where(m => m.DeclaringType!.Assembly == type.Assembly)
            .Select(Describe)
            .OfType<string>()
            .Prepend(
                $"{(type.IsEnum ? "enum" : type.IsValueType ? "struct" : type is { IsAbstract: true, IsSealed: true } ? "static class" : type.IsSealed ? "sealed class" : type.IsAbstract ? "abstract class" : "class")} : {Name(type.BaseType)}"
            )
            .Select(line => $"{type.FullName}: {line}");

    private static string? Describe(MemberInfo member) =>
        member switch
        {
            FieldInfo field when field.IsPublic || field.IsFamily => $"{(field.IsStatic ? "static " : "")}{Name(field.FieldType)} "
                + $"{field.Name}{(field.IsLiteral ? $" = {field.GetRawConstantValue()}" : "")}",
            MethodBase method when method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly =>
                $"{Kind(method)}{Name((method as MethodInfo)?.ReturnType)} "
                    + $"{method.Name}{Generic(method)}({string.Join(", ", method.GetParameters().Select(Describe))})",
            PropertyInfo property when property.GetAccessors(true).Any(a => a.IsPublic || a.IsFamily || a.IsFamilyOrAssembly) =>
                $"{Name(property.PropertyType)} {property.Name}",
            _ => null,
        };

    private static string Kind(MethodBase method) =>
        $"{(method.IsPublic ? "public" : "protected")} {(method.IsStatic ? "static " : "")}{(method is { IsVirtual: true, IsFinal: false } ? "virtual " : "")}{(method.IsDefined(typeof(ExtensionAttribute), false) ? "extension " : "")}";

    private static string Generic(MethodBase method) =>
        method.IsGenericMethod ? $"<{string.Join(", ", method.GetGenericArguments().Select(Name))}>" : "";

    private static string Describe(ParameterInfo parameter) =>
        $"{(parameter.IsDefined(typeof(ParamArrayAttribute), false) ? "params " : "")}{Name(parameter.ParameterType)} "
        + $"{parameter.Name}{(parameter.HasDefaultValue ? $" = {parameter.RawDefaultValue ?? "null"}" : "")}";

    private static string Name(Type? type) =>
        type switch
        {
            null => "",
            { IsArray: true } => $"{Name(type.GetElementType())}[]",
            { IsGenericType: true } => $"{type.Namespace}.{type.Name}<{string.Join(", ", type.GetGenericArguments().Select(Name))}>",
            _ => type.FullName ?? type.Name,
        };
}
