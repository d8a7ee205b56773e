namespace Nuke.Common.StandIn.Tests;

public class Parameters
{
    [Theory]
    [InlineData("", "", "RegistryName=none DryRun=False Retries=3 Limit= Day=Sunday Password=none Tag=none")]
    [InlineData(
        "--registry-name contoso --dry-run --day friday --tag 1.0",
        "",
        "RegistryName=contoso DryRun=True * Day=Friday Password=none Tag=1.0"
    )]
    [InlineData("--RegistryName contoso --dry-run false --retries 5 --limit 0", "", "RegistryName=contoso DryRun=False Retries=5 Limit=0 *")]
    [InlineData("-registryname contoso --password secret", "", "RegistryName=contoso * Password=secret *")]
    [InlineData("--registry-name first --registry-name last", "", "RegistryName=last *")]
    [InlineData("--registry-name first", "REGISTRY_NAME=second", "RegistryName=first *")]
    [InlineData("", "RegistryName=contoso;DRY_RUN=true;TAG= ", "RegistryName=contoso DryRun=True * Tag=none")]
    [InlineData("", "REGISTRY_NAME=contoso;NUKE_RETRIES=5;PASSWORD=secret", "RegistryName=contoso * Retries=5 * Password=secret *")]
    [InlineData("", "REGISTRY_NAME=a;NUKE_REGISTRY_NAME=b", "RegistryName=none *")]
    public void Parameters_take_their_values(string arguments, string environment, string line)
    {
        var pieces = line.Split('*').Select(System.Text.RegularExpressions.Regex.Escape);
        BuildProcess
            .Run("ParameterBuild", arguments, environment)
            .Lines.ShouldContain(x => System.Text.RegularExpressions.Regex.IsMatch(x, $"^{string.Join(".*", pieces)}$"));
    }

    [Theory]
    [InlineData("--retries many")]
    [InlineData("--retries 5 6")]
    public void Value_that_cannot_be_converted_is_a_warning_and_changes_nothing(string arguments)
    {
        var result = BuildProcess.Run("ParameterBuild", arguments);
        result.Text.ShouldContain(" Retries=3 ");
        result.Lines.ShouldContain(x => x.Contains("[WRN] Could not inject value for ") && x.EndsWith("Retries"));
        result.ExitCode.ShouldBe(0);
    }

    [Fact]
    public void Path_is_taken_relative_to_the_working_directory_and_the_root_is_where_the_marker_is()
    {
        using var build = new BuildProcess("ParameterBuild", "--folder out/images");
        var result = build.WaitForEnd();
        result.Lines.ShouldContain(x => x.StartsWith("Folder=") && x.EndsWith(Path.Combine(Path.GetFileName(build.Root), "out", "images")));
        result.Lines.ShouldContain(x => x.StartsWith("Root=") && x.EndsWith(Path.GetFileName(build.Root)));
    }
}
