namespace AcrTokens.Analyzers.Tests;

using static Sources;

public sealed class WrittenSecrets
{
    [Theory]
    [InlineData("""File.WriteAllText("password", [|Lease.Password.Reveal()|]);""")]
    [InlineData("""File.AppendAllText(Environment.GetEnvironmentVariable("GITHUB_OUTPUT")!, $"password={[|Lease.Password.Reveal()|]}");""")]
    [InlineData("""File.AppendAllLines(Environment.GetEnvironmentVariable("GITHUB_STEP_SUMMARY")!, [[|Lease.Password.Reveal()|]]);""")]
    [InlineData("""File.WriteAllBytes("password", System.Text.Encoding.UTF8.GetBytes([|Lease.Password.Reveal()|]));""")]
    [InlineData("""foreach (var (name, value) in Lease.RevealContainerVariables()) File.AppendAllText("env", $"{name}={[|value|]}");""")]
    [InlineData("""using var file = new StreamWriter("password"); file.WriteLine([|Lease.Password.Reveal()|]);""")]
    [InlineData("""using var file = File.AppendText("password"); file.Write([|Lease.Password.Reveal()|]);""")]
    [InlineData("""new AzurePipelines().SetVariable("password", [|Lease.Password.Reveal()|]);""")]
    [InlineData("""new AzurePipelines().SetVariable("password", [|Lease.Password.Reveal()|], isSecret: false);""")]
    public Task Secret_in_a_file_or_an_output_Triggers(string statements) => Check.SourceAsync<SecretIsWritten>(Script(statements));

    [Fact]
    public Task Message_Names_the_call() =>
        Check.SourceAsync<SecretIsWritten>(
            Script("""File.WriteAllText("password", [|Lease.Password.Reveal()|]);"""),
            "The revealed secret is written in clear text through 'File.WriteAllText', to a file or a variable that others can read. Hand the "
                + "process that needs it 'lease.GetDockerConfig().Variables'."
        );

    [Theory]
    [InlineData("""File.WriteAllText("token", Lease.Name);""")]
    [InlineData("""File.WriteAllText("password", Lease.Password.ToString());""")]
    [InlineData("""new AzurePipelines().SetVariable("password", Lease.Password.Reveal(), isSecret: true);""")]
    [InlineData("""System.Diagnostics.Process.Start("docker")!.StandardInput.WriteLine(Lease.Password.Reveal());""")]
    [InlineData("""var input = System.Diagnostics.Process.Start("docker")!.StandardInput; input.WriteLine(Lease.Password.Reveal());""")]
    [InlineData("""File.Exists(Lease.Password.Reveal());""")]
    public Task Secret_that_goes_another_way_DoesNotTrigger(string statements) => Check.SourceAsync<SecretIsWritten>(Script(statements));

    private static string Script(string statements) =>
        $$"""
            using System.IO;
            {{Body(statements)}}

            class AzurePipelines
            {
                public void SetVariable(string name, string value, bool isSecret = false) { }
            }
            """;
}
