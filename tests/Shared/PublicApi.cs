using System.Reflection;

/// <summary>
/// Holds the public API of the assembly under test to the project's PublicApi.verified.txt: a change there is a change for
/// every user. What records and extension blocks generate is left out.
/// </summary>
public sealed class PublicApi
{
    private static readonly HashSet<string> Generated = ["ToString", "Equals", "GetHashCode", "<Clone>$", "Deconstruct"];

    [Fact]
    public void Is_as_verified()
    {
        var tests = typeof(PublicApi).Assembly.GetName().Name!;
        var assembly = Assembly.Load(tests[..^".Tests".Length]);

        var api = string.Join('\n', assembly.GetExportedTypes().Where(t => !t.IsSpecialName).OrderBy(t => t.Name, StringComparer.Ordinal).SelectMany(Describe));

        var received = Path.Combine(AppContext.BaseDirectory, "PublicApi.received.txt");
        File.WriteAllText(received, $"{api}\n");
        api.ShouldBe(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "PublicApi.verified.txt")).Trim(), $"where it is meant, copy {received} over tests/{tests}/PublicApi.verified.txt");
    }

    private static IEnumerable<string> Describe(Type type) => type
        .GetMembers(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly)
        .Select(Describe)
        .OfType<string>()
        .Order(StringComparer.Ordinal)
        .Select(line => $"  {line}")
        .Prepend(type.BaseType is { } parent && parent != typeof(object) && !type.IsValueType ? $"{type.Name} : {parent.Name}" : type.Name);

    private static string? Describe(MemberInfo member) => member switch
    {
        PropertyInfo property => $"{property.Name}: {Name(property.PropertyType)}{(property.CanWrite ? "" : ", read-only")}",
        FieldInfo { IsSpecialName: false } field => field.Name,
        ConstructorInfo constructor => $"new({Parameters(constructor)})",
        MethodInfo { IsSpecialName: false } method when !Generated.Contains(method.Name) => $"{method.Name}({Parameters(method)}): {Name(method.ReturnType)}",
        _ => null,
    };

    private static string Parameters(MethodBase method) => string.Join(", ", method.GetParameters().Select(p => $"{Name(p.ParameterType)} {p.Name}{(p.IsOptional ? "?" : "")}"));

    private static string Name(Type type) => type switch
    {
        { IsArray: true } => $"{Name(type.GetElementType()!)}[]",
        { IsGenericType: true } => $"{type.Name[..type.Name.IndexOf('`', StringComparison.Ordinal)]}<{string.Join(", ", type.GetGenericArguments().Select(Name))}>",
        _ => type.Name,
    };
}
