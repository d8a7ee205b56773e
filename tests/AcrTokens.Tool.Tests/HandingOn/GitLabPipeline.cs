using YamlDotNet.RepresentationModel;

namespace AcrTokens.Tool.Tests.HandingOn;

/// <summary>Runs a pipeline of GitLab, as far as the recipe needs it.</summary>
internal sealed class GitLabPipeline(Handover handover)
{
    private readonly List<(string Name, string Value)> dotenv = [];
    private int jobs;

    public async Task RunAsync(YamlMappingNode pipeline)
    {
        foreach (var stage in pipeline.Texts("stages"))
        {
            foreach (var (name, job) in pipeline.Entries().Where(entry => entry.Node.Text("stage") == stage))
            {
                foreach (var image in job.Find("parallel") is null ? [""] : job.Mapping("parallel").Mappings("matrix").Single().Texts("IMAGE"))
                    await RunJobAsync(name, job, image);
            }
        }
    }

    // One shell runs the lines of a script, and another one those after it.
    private async Task RunJobAsync(string name, YamlMappingNode job, string image)
    {
        var machine = handover.StartJob(name, job.Find("id_tokens") is not null, image);
        foreach (var file in Directory.GetFiles(handover.Passed))
            File.Copy(file, Path.Combine(machine.Work, Path.GetFileName(file)));
        List<(string, string)> variables =
        [
            .. dotenv,
            ("GITLAB_CI", "true"),
            ("HANDOVER_KEY", handover.Key),
            ("CI_BUILDS_DIR", machine.Temporary),
            ("CI_JOB_ID", $"{++jobs}"),
            ("IMAGE", image),
        ];
        await machine.RunAsync(string.Join('\n', job.Texts("script")), variables);
        if (job.Find("after_script") is not null)
            await machine.RunAsync(string.Join('\n', job.Texts("after_script")), variables);
        if (job.Find("artifacts") is not YamlMappingNode artifacts)
            return;

        foreach (var file in artifacts.Texts("paths"))
            File.Copy(Path.Combine(machine.Work, file), Path.Combine(handover.Passed, file));
        foreach (var line in await File.ReadAllLinesAsync(Path.Combine(machine.Work, artifacts.Mapping("reports").Text("dotenv"))))
            dotenv.Add((line.Split('=')[0], line.Split('=')[1]));
    }
}
