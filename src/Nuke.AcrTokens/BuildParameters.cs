using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using Nuke.Common;

namespace Nuke.AcrTokens;

/// <summary>Reads the parameters of a build, including private ones and its components'.</summary>
internal static class BuildParameters
{
    private const BindingFlags Declared = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    /// <summary>
    /// The values of fields and properties before NUKE sets them. A component's parameter is computed on each read, and stores no value.
    /// </summary>
    public static IReadOnlyCollection<string> DefaultsOf(INukeBuild? build) =>
        build is null ? [] : [.. ClassesOf(build).SelectMany(MembersOf).SelectMany(m => ValuesOf(m, build))];

    public static IEnumerable<string> SecretsOf(INukeBuild? build) =>
        build is null
            ? []
            : ClassesOf(build)
                .Concat(build.GetType().GetInterfaces())
                .SelectMany(MembersOf)
                .Where(m => m.IsDefined(typeof(SecretAttribute)))
                .SelectMany(m => ValuesOf(m, build));

    private static IEnumerable<Type> ClassesOf(INukeBuild build)
    {
        for (var type = build.GetType(); type is not null && type != typeof(NukeBuild); type = type.BaseType)
            yield return type;
    }

    private static IEnumerable<MemberInfo> MembersOf(Type type) => type.GetMembers(Declared).Where(m => m.IsDefined(typeof(ParameterAttribute)));

    private static IEnumerable<string> ValuesOf(MemberInfo member, INukeBuild build) =>
        Read(member, build) switch
        {
            string text => [text],
            IEnumerable<string> texts => texts.Where(t => t is not null),
            _ => [],
        };

    [SuppressMessage(
        "Design",
        "CA1031:Do not catch general exception types",
        Justification = "A component's getter is the build's own code, and its failure shows where the build reads it."
    )]
    private static object? Read(MemberInfo member, INukeBuild build)
    {
        try
        {
            return member is FieldInfo field ? field.GetValue(build) : (member as PropertyInfo)?.GetValue(build);
        }
        catch (Exception)
        {
            return null;
        }
    }
}
