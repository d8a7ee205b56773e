using Microsoft.CodeAnalysis;

namespace AcrTokens.Analyzers.Tests;

public sealed class Samples
{
    [Fact]
    public async Task Have_nothing_to_flag()
    {
        var files = Directory.GetFiles(Path.Combine(RepositoryRoot.Path, "samples", "build"), "*.cs");
        var implicitly =
            "global using System; global using System.Collections.Generic; global using System.IO; global using System.Linq; global using "
            + "System.Threading; global using System.Threading.Tasks;";
        var compilation = Sources
            .Compile([.. files.Select(file => Sources.Parse(File.ReadAllText(file), file)), Sources.Parse(implicitly, "Usings.cs")])
            .WithOptions(Sources.Compiling.WithOutputKind(OutputKind.ConsoleApplication));
        Check.Errors(compilation).ShouldBeEmpty();

        (await Check.RunAsync(compilation, AllRules.Create())).ShouldBeEmpty();
    }
}
