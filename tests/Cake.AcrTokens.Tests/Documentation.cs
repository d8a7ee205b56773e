using System.Reflection;
using System.Xml.Linq;
using Cake.Core.Annotations;

namespace Cake.AcrTokens.Tests;

/// <summary>The documentation of the aliases in an editor, and its examples. The tests with the real Cake compile them.</summary>
public sealed class Documentation
{
    private static readonly Dictionary<string, XElement> Members = XDocument
        .Load(Path.ChangeExtension(typeof(AcrTokenAliases).Assembly.Location, ".xml"))
        .Descendants("member")
        .ToDictionary(m => (string)m.Attribute("name")!);

    [Fact]
    public void Has_a_summary_and_an_example_for_every_alias()
    {
        var aliases = typeof(AcrTokenAliases).GetMethods().Where(m => m.IsDefined(typeof(CakeMethodAliasAttribute))).Select(Id).ToList();

        aliases.ShouldBeSubsetOf(Members.Keys);
        foreach (var alias in aliases)
        {
            Members[alias].Element("summary")?.Value.ShouldNotBeNullOrWhiteSpace(alias);
            Members[alias].Element("example")?.Element("code")?.Value.ShouldContain(alias.Split('(')[0].Split('.')[^1] + "(", customMessage: alias);
        }
    }

    [Fact]
    public void Has_the_same_steps_in_both_samples()
    {
        foreach (var step in new[] { "MintPushToken", "PublishImage", "RevokePushToken", "ProveRevoked" })
        {
            Sample("build.cake").ShouldContain($"Task(\"{step}\")");
            Sample("Build.cs").ShouldContain($"[TaskName(\"{step}\")]");
        }
    }

    private static string Sample(string file) => File.ReadAllText(Path.Combine(RepositoryRoot.Path, "samples", "cake", file));

    private static string Id(MethodInfo method) =>
        $"M:{method.DeclaringType!.FullName}.{method.Name}({string.Join(',', method.GetParameters().Select(p => Name(p.ParameterType)))})";

    private static string Name(Type type) =>
        type.IsGenericType
            ? $"{type.FullName![..type.FullName!.IndexOf('`', StringComparison.Ordinal)]}{{{string.Join(',', type.GenericTypeArguments.Select(Name))}}}"
            : type.FullName!;
}
