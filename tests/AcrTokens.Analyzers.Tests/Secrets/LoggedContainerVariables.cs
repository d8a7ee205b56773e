namespace AcrTokens.Analyzers.Tests;

using static Sources;

public sealed class LoggedContainerVariables
{
    [Theory]
    [InlineData("s.[|SetAcrContainerVariables|](Lease).SetBinaryLog(\"build.binlog\")")]
    [InlineData("s.SetBinaryLog(\"build.binlog\").[|SetAcrContainerVariables|](Lease)")]
    [InlineData("s.[|SetAcrContainerVariables|](Lease).SetVerbosity(DotNetVerbosity.diagnostic)")]
    [InlineData("s.[|SetAcrContainerVariables|](Lease).AddProcessAdditionalArguments(\"-bl\")")]
    [InlineData("s.[|SetAcrContainerVariables|](Lease).AddProcessAdditionalArguments(\"-v:diag\")")]
    public Task Tool_that_logs_its_environment_Triggers(string chain) => Check.SourceAsync<ContainerVariablesAreLogged>(Script(chain));

    [Fact]
    public Task Message_Names_the_verb() =>
        Check.SourceAsync<ContainerVariablesAreLogged>(
            Script("s.[|SetAcrContainerVariables|](Lease).SetBinaryLog(\"build.binlog\")"),
            "The tool writes its environment, with the password, to its log because of 'SetBinaryLog'. Use 'SetAcrLogin(lease)', or log less."
        );

    [Theory]
    [InlineData("s.SetAcrContainerVariables(Lease)")]
    [InlineData("s.SetAcrContainerVariables(Lease).SetVerbosity(DotNetVerbosity.minimal)")]
    [InlineData("s.SetAcrContainerVariables(Lease).AddProcessAdditionalArguments(\"-nologo\")")]
    [InlineData("s.SetAcrLogin(Lease).SetBinaryLog(\"build.binlog\")")]
    public Task Tool_that_does_not_DoesNotTrigger(string chain) => Check.SourceAsync<ContainerVariablesAreLogged>(Script(chain));

    private static string Script(string chain) =>
        $$"""
            using Nuke.Common.Tooling;
            {{Build($"T Publish<T>(T s) where T : ToolOptions => {chain};")}}

            enum DotNetVerbosity { minimal, diagnostic }

            static class DotNetSettingsExtensions
            {
                public static T SetBinaryLog<T>(this T s, string path) where T : ToolOptions => s;
                public static T SetVerbosity<T>(this T s, DotNetVerbosity verbosity) where T : ToolOptions => s;
            }
            """;
}
