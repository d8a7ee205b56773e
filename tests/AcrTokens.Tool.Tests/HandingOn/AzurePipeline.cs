using System.Text.RegularExpressions;
using YamlDotNet.RepresentationModel;

namespace AcrTokens.Tool.Tests.HandingOn;

/// <summary>Runs a pipeline of Azure Pipelines, as far as the recipe needs it.</summary>
internal sealed partial class AzurePipeline(Handover handover)
{
    private readonly Dictionary<string, string> outputs = [];

    public async Task RunAsync(YamlMappingNode pipeline)
    {
        foreach (var job in pipeline.Mappings("jobs"))
        {
            foreach (
                var image in job.Find("strategy") is null
                    ? [""]
                    : job.Mapping("strategy").Mapping("matrix").Entries().Select(leg => leg.Node.Text("image"))
            )
                await RunJobAsync(job, image);
        }
    }

    private async Task RunJobAsync(YamlMappingNode job, string image)
    {
        var name = job.Text("job");
        var steps = job.Mappings("steps").ToList();
        var machine = handover.StartJob(name, steps.Exists(step => step.Text("task") == "AzureCLI@2"), image);
        var variables =
            (job.Find("variables") as YamlMappingNode)?.TextPairs().ToDictionary(pair => pair.Name, pair => Output().Replace(pair.Value, Dependency))
            ?? [];
        variables["image"] = image;
        foreach (var step in steps)
        {
            var script = step.Text("task") is { Length: > 0 } ? step.Mapping("inputs").Text("inlineScript") : step.Text("bash");
            var mapped =
                (step.Find("env") as YamlMappingNode)
                    ?.TextPairs()
                    .Select(pair => (pair.Name, Macro().Replace(pair.Value, match => variables[match.Groups[1].Value])))
                ?? [];
            var output = await machine.RunAsync(script, [.. mapped, ("TF_BUILD", "True"), ("AGENT_TEMPDIRECTORY", machine.Temporary)]);
            foreach (Match match in Command().Matches(output))
                outputs[$"{name}.{step.Text("name")}.{match.Groups["name"].Value}"] = match.Groups["value"].Value;
        }

        string Dependency(Match match) => outputs[$"{match.Groups["job"].Value}.{match.Groups["output"].Value}"];
    }

    [GeneratedRegex(@"\$\[ dependencies\.(?<job>\w+)\.outputs\['(?<output>[\w.]+)'\] \]")]
    private static partial Regex Output();

    [GeneratedRegex(@"\$\((\w+)\)")]
    private static partial Regex Macro();

    [GeneratedRegex(@"##vso\[task\.setvariable variable=(?<name>\w+);isOutput=true(;isSecret=true)?\](?<value>[^\n]*)")]
    private static partial Regex Command();
}
