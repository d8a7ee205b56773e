namespace AcrTokens.Analyzers.Tests;

using static Sources;

public sealed class SecretsOnCommandLines
{
    [Theory]
    [InlineData("""DockerLogin(s => s.SetUsername(Lease.Name).SetPassword([|Lease.Password.Reveal()|]).SetServer("contoso.azurecr.io"));""")]
    [InlineData("""Docker($"login -u {Lease.Name} -p {[|Lease.Password.Reveal()|]} contoso.azurecr.io");""")]
    [InlineData("""Docker("login -p " + [|Lease.Password.Reveal()|]);""")]
    [InlineData("""DockerLogin(s => s.AddProcessAdditionalArguments("-p", [|Lease.Password.Reveal()|]));""")]
    [InlineData("""ProcessTasks.StartProcess("docker", $"login -p {[|Lease.Password.Reveal()|]:r}");""")]
    [InlineData("""ProcessTasks.StartProcess("docker", arguments: [|Lease.Password.Reveal()|], workingDirectory: null);""")]
    [InlineData("""ProcessTasks.StartShell($"docker login -p {[|Lease.Password.Reveal()|]}");""")]
    [InlineData("""Tool tool = null!; tool($"login -p {[|Lease.Password.Reveal()|]}");""")]
    [InlineData("""var start = new ProcessStartInfo("docker") { Arguments = $"login -p {[|Lease.Password.Reveal()|]}" };""")]
    [InlineData("""var start = new ProcessStartInfo("docker"); start.Arguments = [|Lease.Password.Reveal()|];""")]
    [InlineData("""var start = new ProcessStartInfo("docker", $"login -p {[|Lease.Password.Reveal()|]}");""")]
    [InlineData("""var start = new ProcessStartInfo("docker", new[] { "login", "-p", [|Lease.Password.Reveal()|] });""")]
    [InlineData("""Process.Start("docker", ["login", "-p", [|Lease.Password.Reveal()|]]);""")]
    [InlineData("""var start = new ProcessStartInfo("docker") { ArgumentList = { "-p", [|Lease.Password.Reveal()|] } };""")]
    [InlineData("""var start = new ProcessStartInfo("docker"); start.ArgumentList[0] = [|Lease.Password.Reveal()|];""")]
    [InlineData("""var start = new ProcessStartInfo("docker"); start.Arguments += " -p " + [|Lease.Password.Reveal()|];""")]
    [InlineData("""var arguments = new List<string> { "login" }; arguments.Add(Lease.Password.Reveal()); Process.Start("docker", [|arguments|]);""")]
    [InlineData("""foreach (var (name, value) in Lease.RevealContainerVariables()) Docker($"run -e {name}={[|value|]} sdk");""")]
    [InlineData("""var start = new ProcessStartInfo("docker"); start.ArgumentList.Add([|Lease.Password.Reveal()|]);""")]
    [InlineData("""Process.Start("docker", $"login -p {[|Lease.Password.Reveal()|]}");""")]
    [InlineData("""var password = Lease.Password.Reveal(); var arguments = $"login -p {password}"; Process.Start("docker", [|arguments|]);""")]
    public Task Secret_among_arguments_Triggers(string statements) => Check.SourceAsync<SecretIsOnCommandLine>(Script(statements));

    [Fact]
    public Task Message_Names_the_setting() =>
        Check.SourceAsync<SecretIsOnCommandLine>(
            Script("DockerLogin(s => s.SetPassword([|Lease.Password.Reveal()|]));"),
            "The revealed secret reaches a command line through 'DockerLogin.SetPassword', where every process of the machine can read it. "
                + "Use 'SetAcrLogin(lease)', or hand the process 'lease.GetDockerConfig().Variables'."
        );

    [Theory]
    [InlineData("""DockerLogin(s => s.SetProcessEnvironmentVariable("REGISTRY_PASSWORD", Lease.Password.Reveal()));""")]
    [InlineData(
        """var start = new ProcessStartInfo("docker"); foreach (var (name, value) in Lease.RevealContainerVariables()) start.Environment[name] = value;"""
    )]
    [InlineData("""DockerLogin(s => s.AddProcessRedactedSecrets(Lease.Password.Reveal()));""")]
    [InlineData("""var start = new ProcessStartInfo("docker") { Environment = { ["PASSWORD"] = Lease.Password.Reveal() } };""")]
    [InlineData("""var start = new ProcessStartInfo("docker"); start.Environment["PASSWORD"] = Lease.Password.Reveal();""")]
    [InlineData("""Process.Start("docker")!.StandardInput.WriteLine(Lease.Password.Reveal());""")]
    [InlineData("""Process.Start("docker", $"login -u {Lease.Name}");""")]
    public Task Secret_that_goes_another_way_DoesNotTrigger(string statements) => Check.SourceAsync<SecretIsOnCommandLine>(Script(statements));

    [Theory]
    [InlineData("""s => s.SetPassword(Lease.Password.Reveal())""", "s => s.SetAcrLogin(Lease)")]
    [InlineData("""s => s.SetPassword(lease!.Password.Reveal())""", "s => s.SetAcrLogin(lease!)")]
    [InlineData(
        "s => s\n    .SetProcessEnvironmentVariable(\"A\", \"b\") // for the tool\n    .SetPassword(Lease.Password.Reveal())",
        "s => s\n    .SetProcessEnvironmentVariable(\"A\", \"b\") // for the tool\n    .SetAcrLogin(Lease)"
    )]
    public Task Login_IsFixed(string before, string after) =>
        Fix.SourceAsync<SecretIsOnCommandLine, LogInByLease>(Script($"DockerLogin({before});"), Script($"DockerLogin({after});"));

    [Theory]
    [InlineData("""Docker($"login -p {Lease.Password.Reveal()}");""")]
    [InlineData("""DockerLogin(s => s.SetPassword(Lease.Password.Reveal()).SetServer("contoso.azurecr.io"));""")]
    [InlineData("""DockerLogin(s => s.SetUsername(Lease.Name).SetPassword(Lease.Password.Reveal()));""")]
    [InlineData("""AcrSecret secret = null!; DockerLogin(s => s.SetPassword(secret.Reveal()));""")]
    public Task What_has_no_verb_for_it_IsNotFixed(string statements) =>
        Fix.IsNotOfferedAsync<SecretIsOnCommandLine, LogInByLease>(Script(statements));

    private static string Script(string statements) =>
        $"""
            using System.Diagnostics;
            using Nuke.Common.Tooling;
            using Nuke.Common.Tools.Docker;
            using static Nuke.Common.Tools.Docker.DockerTasks;
            {Body(statements)}
            """;
}
