using System.Text.RegularExpressions;
using YamlDotNet.RepresentationModel;

namespace AcrTokens.Tool.Tests.HandingOn;

/// <summary>Runs a workflow of GitHub Actions, as far as the recipe needs it.</summary>
internal sealed partial class GitHubWorkflow(Handover handover)
{
    private readonly Dictionary<string, string> values = new() { ["secrets.HANDOVER_KEY"] = handover.Key };

    public async Task RunAsync(YamlMappingNode workflow)
    {
        foreach (var (name, job) in workflow.Mapping("jobs").Entries())
        {
            foreach (var image in job.Find("strategy") is null ? [""] : job.Mapping("strategy").Mapping("matrix").Texts("image"))
                await RunJobAsync(name, job, image);
            foreach (var (output, value) in job.Find("outputs") is YamlMappingNode outputs ? outputs.TextPairs() : [])
                values[$"needs.{name}.outputs.{output}"] = Expand(value);
        }
    }

    private async Task RunJobAsync(string name, YamlMappingNode job, string image)
    {
        var steps = job.Mappings("steps").ToList();
        var machine = handover.StartJob(name, steps.Exists(step => step.Text("uses").StartsWith("azure/login@", StringComparison.Ordinal)), image);
        values["matrix.image"] = image;
        foreach (var step in steps)
        {
            if (step.Text("uses") is { Length: > 0 } uses)
                Use(uses, step, machine);
            else
                await RunStepAsync(step, machine);
        }
    }

    private void Use(string uses, YamlMappingNode step, Machine machine)
    {
        if (uses.StartsWith("actions/upload-artifact@", StringComparison.Ordinal))
            File.Copy(
                Path.Combine(machine.Work, step.Mapping("with").Text("path")),
                Path.Combine(handover.Passed, step.Mapping("with").Text("path"))
            );
        if (uses.StartsWith("actions/download-artifact@", StringComparison.Ordinal))
        {
            foreach (var file in Directory.GetFiles(handover.Passed))
                File.Copy(file, Path.Combine(machine.Work, Path.GetFileName(file)));
        }
    }

    private async Task RunStepAsync(YamlMappingNode step, Machine machine)
    {
        var outputs = Path.Combine(machine.Temporary, "outputs");
        await File.WriteAllTextAsync(outputs, "");
        var variables = (step.Find("env") as YamlMappingNode)?.TextPairs().Select(pair => (pair.Name, Expand(pair.Value))) ?? [];
        await machine.RunAsync(
            Expand(step.Text("run")),
            [.. variables, ("GITHUB_ACTIONS", "true"), ("GITHUB_OUTPUT", outputs), ("RUNNER_TEMP", machine.Temporary)]
        );
        foreach (var line in await File.ReadAllLinesAsync(outputs))
            values[$"steps.{step.Text("id")}.outputs.{line.Split('=')[0]}"] = line[(line.IndexOf('=', StringComparison.Ordinal) + 1)..];
    }

    private string Expand(string text) => Expression().Replace(text, match => values[match.Groups[1].Value]);

    [GeneratedRegex(@"\$\{\{ (\S+) \}\}")]
    private static partial Regex Expression();
}
