namespace AcrTokens.Analyzers.Tests;

using static Sources;

public sealed class DockerConfigsForProcesses
{
    [Theory]
    [InlineData("""Environment.SetEnvironmentVariable("DOCKER_CONFIG", [|Lease.GetDockerConfig().Directory|]);""")]
    [InlineData("""EnvironmentInfo.SetVariable("DOCKER_CONFIG", [|Lease.GetDockerConfigAsync().Result.Directory|]);""")]
    [InlineData("""using var config = Lease.GetDockerConfig(); Environment.SetEnvironmentVariable("DOCKER_CONFIG", [|config.Directory|]);""")]
    [InlineData("""foreach (var (name, value) in Lease.GetDockerConfig().Variables) Environment.SetEnvironmentVariable(name, [|value|]);""")]
    [InlineData("""foreach (var pair in Lease.GetDockerConfig().Variables) Environment.SetEnvironmentVariable(pair.Key, [|pair|].Value);""")]
    public Task Configuration_of_the_whole_process_Triggers(string statements) => Check.SourceAsync<DockerConfigIsForProcess>(Body(statements));

    [Fact]
    public Task Message_Names_the_call() =>
        Check.SourceAsync<DockerConfigIsForProcess>(
            Body("""Environment.SetEnvironmentVariable("DOCKER_CONFIG", [|Lease.GetDockerConfig().Directory|]);"""),
            "'Environment.SetEnvironmentVariable' sets the lease's docker configuration for the build and all its child processes. Set it on the "
                + "one process that needs it, as 'SetAcrLogin(lease)' does."
        );

    [Theory]
    [InlineData(
        """var start = new System.Diagnostics.ProcessStartInfo("docker"); start.Environment["DOCKER_CONFIG"] = Lease.GetDockerConfig().Directory;"""
    )]
    [InlineData("""foreach (var (name, value) in Lease.GetDockerConfig().Variables) Environment.SetEnvironmentVariable(name, null);""")]
    [InlineData("""Environment.SetEnvironmentVariable("TOKEN", Lease.Name);""")]
    public Task Configuration_of_one_process_DoesNotTrigger(string statements) => Check.SourceAsync<DockerConfigIsForProcess>(Body(statements));
}
