using System.ComponentModel;

namespace Nuke.Common;

internal sealed class InjectParameterValuesAttribute : BuildExtensionAttributeBase, IOnBuildCreated
{
    public void OnBuildCreated(IReadOnlyCollection<ExecutableTarget> executableTargets) => Parameters.Inject(Build);
}

internal static class Parameters
{
    public const BindingFlags Members = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;
    private static readonly string[] s_arguments = [.. Environment.GetCommandLineArgs().Skip(1)];

    public static void Inject(INukeBuild build)
    {
        foreach (var member in build.GetType().GetMembers(Members).Where(x => x.IsDefined(typeof(ParameterAttribute))))
        {
            try
            {
                var field = (member as FieldInfo ?? member.DeclaringType.GetField($"<{member.Name}>k__BackingField", Members)).NotNull();
                if (Values(member.Name) is { } values && Convert(values, field.FieldType) is { } value)
                    field.SetValue(build, value);
            }
            catch (Exception exception)
            {
                Log.Warning(exception, "Could not inject value for {Member}", $"{member.DeclaringType.Name}.{member.Name}");
            }
        }
    }

    /// <summary>The targets that the parameter names, none or several; null if the parameter is missing.</summary>
    public static string[] Targets(string parameter) => Values(parameter)?.SelectMany(x => x.Split('+')).Select(x => x.Replace("-", "")).ToArray();

    private static string[] Values(string name)
    {
        var at = Array.FindLastIndex(s_arguments, x => x.StartsWith('-') && Plain(x) == Plain(name));
        string[] given = [.. s_arguments.Skip(at + 1).TakeWhile(x => !x.StartsWith('-'))];
        if (at >= 0 || (name == "Target" && given.Length > 0))
            return given;

        var similar = Environment
            .GetEnvironmentVariables()
            .Keys.Cast<string>()
            .Where(x => Plain(x) == Plain(name) || Plain(x) == $"NUKE{Plain(name)}")
            .ToList();
        var variable = Environment.GetEnvironmentVariable(name) ?? (similar.Count == 1 ? Environment.GetEnvironmentVariable(similar[0]) : null);
        return string.IsNullOrWhiteSpace(variable) ? null : [variable];
    }

    private static object Convert(string[] values, Type type)
    {
        if (values.Length == 0)
            return type == typeof(bool) || type == typeof(bool?) ? true : null;
        Assert.True(values.Length == 1, $"Value [ {string.Join(", ", values)} ] cannot be assigned to '{type.Name}'");
        return type == typeof(AbsolutePath)
            ? (AbsolutePath)Path.GetFullPath(values[0])
            : TypeDescriptor.GetConverter(type).ConvertFromInvariantString(values[0]);
    }

    private static string Plain(string name) => string.Concat(name.Where(char.IsLetterOrDigit)).ToUpperInvariant();
}
