using System.Reflection;
using System.Xml.Linq;
using Cake.Core.Annotations;

namespace Cake.AcrTokens.Tests;

/// <summary>What build authors copy compiles as they will compile it: the samples, and the example of every alias.</summary>
public sealed class Scripts
{
    private static readonly Lazy<Dictionary<string, XElement>> Documentation = new(() =>
        XDocument.Load(Path.ChangeExtension(typeof(AcrTokenAliases).Assembly.Location, ".xml")).Descendants("member").ToDictionary(m => (string)m.Attribute("name")!));

    [Fact]
    public void Compile_with_the_addin_though_they_call_none_of_its_aliases() => Script.Compile("").ShouldBeEmpty();

    [Fact]
    public void Of_the_sample_compile() => Script.Compile(Sample("build.cake")).ShouldBeEmpty();

    [Fact]
    public void Of_the_sample_have_a_program_with_the_same_steps()
    {
        Script.CompileProgram(Sample("Build.cs")).ShouldBeEmpty();

        foreach (var step in new[] { "MintPushToken", "PublishImage", "RevokePushToken", "ProveRevoked" })
        {
            Sample("build.cake").ShouldContain($"Task(\"{step}\")");
            Sample("Build.cs").ShouldContain($"[TaskName(\"{step}\")]");
        }
    }

    [Fact]
    public void With_a_lease_as_the_builds_data_compile() => Script.Compile("""
        Setup<AcrTokenLease>(context => AcrTokenMint(s => s.SetRegistryName("contoso.azurecr.io").SetScopeMap("_repositories_push")));
        Teardown<AcrTokenLease>((context, lease) => AcrTokenRevoke(lease));
        Task("Push").Does<AcrTokenLease>(async lease => await lease.LoginAsync());
        RunTarget("Push");
        """).ShouldBeEmpty();

    [Fact]
    public void Find_a_summary_and_an_example_for_every_alias()
    {
        var aliases = typeof(AcrTokenAliases).GetMethods().Where(m => m.IsDefined(typeof(CakeMethodAliasAttribute))).Select(Id).ToList();

        aliases.ShouldBeSubsetOf(Documentation.Value.Keys);
        foreach (var alias in aliases)
        {
            Documentation.Value[alias].Element("summary")?.Value.ShouldNotBeNullOrWhiteSpace(alias);
            Example(alias).ShouldContain(alias.Split('(')[0].Split('.')[^1] + "(", customMessage: alias);
        }
    }

    [Fact]
    public void Of_the_examples_compile()
    {
        var examples = Documentation.Value.Keys.Where(k => k.Contains("AcrTokenAliases.", StringComparison.Ordinal) && k[0] == 'M' && !k.Contains('#', StringComparison.Ordinal))
            .Where(k => Documentation.Value[k].Element("example") is not null).Select(Example).Distinct().ToList();

        examples.Count.ShouldBeGreaterThan(20);
        Script.Compile(string.Concat(examples.Select(example => $$"""
            Task("example").Does(async () =>
            {
            {{example}}
                await System.Threading.Tasks.Task.CompletedTask;
            });

            """))).ShouldBeEmpty();
    }

    private static string Example(string alias) => Documentation.Value[alias].Element("example")?.Element("code")?.Value ?? "";

    private static string Sample(string file) => File.ReadAllText(Path.Combine(RepositoryRoot.Path, "samples", "cake", file));

    private static string Id(MethodInfo method) =>
        $"M:{method.DeclaringType!.FullName}.{method.Name}({string.Join(',', method.GetParameters().Select(p => Name(p.ParameterType)))})";

    private static string Name(Type type) => type.IsGenericType
        ? $"{type.FullName![..type.FullName!.IndexOf('`', StringComparison.Ordinal)]}{{{string.Join(',', type.GenericTypeArguments.Select(Name))}}}"
        : type.FullName!;
}
