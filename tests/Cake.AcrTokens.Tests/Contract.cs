using Cake.Core;

namespace Cake.AcrTokens.Tests;

/// <summary>The addin's requirements for the Cake that loads it.</summary>
public sealed class Contract
{
    // A higher version does not load in 6.0.0; a lower one loads with a warning.
    [Fact]
    public void Is_the_lowest_version_of_Cake_that_is_compatible()
    {
        File.ReadAllText(Path.Combine(RepositoryRoot.Path, "Directory.Packages.props"))
            .ShouldContain("""<PackageVersion Include="Cake.Core" Version="[6.0.0-*, 6.0.0]" />""");

        var core = typeof(AcrTokenAliases).Assembly.GetReferencedAssemblies().Single(a => a.Name == "Cake.Core");
        core.Version.ShouldBe(typeof(ICakeContext).Assembly.GetName().Version); // 6.0.0.0, unless the build uses an installed tool's
        core.GetPublicKeyToken().ShouldBeEmpty();
    }

    [Fact]
    public void Needs_nothing_else_of_Cakes() =>
        typeof(AcrTokenAliases)
            .Assembly.GetReferencedAssemblies()
            .Select(a => a.Name!)
            .Where(n => n.StartsWith("Cake", StringComparison.Ordinal))
            .ShouldBe(["Cake.Core"]);
}
