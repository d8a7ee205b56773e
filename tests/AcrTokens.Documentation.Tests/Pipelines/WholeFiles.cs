using System.Text.RegularExpressions;
using AcrTokens.Documentation.Tests.Pages;
using YamlDotNet.RepresentationModel;

namespace AcrTokens.Documentation.Tests.Pipelines;

/// <summary>The workflows and pipelines that readers copy whole: they may do what they need and no more, and they end their tokens.</summary>
public sealed partial class WholeFiles
{
    public static TheoryData<string> OfGitHub => Of("docs/github-actions.md");

    public static TheoryData<string> OfAzure => Of("docs/azure-pipelines.md");

    public static TheoryData<string> OfGitLab => Of("docs/gitlab.md");

    [Theory]
    [MemberData(nameof(OfGitHub))]
    public void Of_GitHub_name_the_permissions_and_a_step_that_always_runs(string place)
    {
        var workflow = Read(place);

        ((YamlMappingNode)workflow.At("permissions")!)
            .Children.ToDictionary(pair => pair.Key.Text(), pair => pair.Value.Text())
            .ShouldBe(new Dictionary<string, string> { ["contents"] = "read", ["id-token"] = "write" });
        foreach (var job in ((YamlMappingNode)workflow.At("jobs")!).Children.Values)
        {
            var steps = job.At("steps").Items().ToList();
            job.At("timeout-minutes").ShouldNotBeNull();
            job.At("environment").ShouldNotBeNull("the federated credential is bound to it");
            steps.ShouldContain(step => step.At("uses").Text().StartsWith("azure/login@", StringComparison.Ordinal));
            steps[^1].At("if").Text().ShouldStartWith("always()");
            Ends().IsMatch(steps[^1].At("run").Text()).ShouldBeTrue();
        }
    }

    [Theory]
    [MemberData(nameof(OfAzure))]
    public void Of_Azure_Pipelines_sign_in_by_a_connection_and_have_a_step_that_always_runs(string place)
    {
        foreach (var job in Read(place).At("jobs").Items())
        {
            var steps = job.At("steps").Items().ToList();
            var last = steps[^1];
            last.At("condition").Text().ShouldBe("always()");
            last.At("task").Text().ShouldBe("AzureCLI@2", "the Azure CLI is signed out after each script");
            Ends().IsMatch(last.At("inputs").At("inlineScript").Text()).ShouldBeTrue();
            steps.Where(step => step.Texts().Any(NeedsAzure)).ShouldAllBe(step => step.At("inputs").At("azureSubscription").Text() == "builds");
            steps[0].At("persistCredentials").Text().ShouldBe("false");
        }
    }

    [Theory]
    [MemberData(nameof(OfGitLab))]
    public void Of_GitLab_have_an_id_token_and_an_after_script(string place)
    {
        foreach (var job in ((YamlMappingNode)Read(place)).Children.Values)
        {
            job.At("id_tokens").At("AZURE_ID_TOKEN").At("aud").Text().ShouldBe("api://AzureADTokenExchange");
            var after = job.At("after_script").Items().Select(line => line.Text()).ToList();
            after.ShouldContain(line => Ends().IsMatch(line));
            after[^1].ShouldBe("rm -f \"$AZURE_FEDERATED_TOKEN_FILE\"");
            job.At("before_script")
                .Items()
                .Concat(job.At("script").Items())
                .Select(line => line.Text())
                .ShouldContain("(umask 077 && echo \"$AZURE_ID_TOKEN\" > \"$AZURE_FEDERATED_TOKEN_FILE\")");
        }
    }

    // A secret in a script is an argument of a process, or text that the host writes to its log.
    [Fact]
    public void Have_no_secret_in_a_script()
    {
        foreach (var block in Page.All.SelectMany(page => page.Blocks).Where(block => block.Language == "yaml"))
            Yaml.Parse(block.Text.StartsWith('-') ? $"steps:\n{block.Text}" : block.Text)
                .Texts()
                .Where(text => Script().IsMatch(text) && Secret().IsMatch(text))
                .ShouldBeEmpty($"{block}");
    }

    [Fact]
    public void Exec_takes_the_place_of_the_shell_where_only_that_gets_the_signal()
    {
        foreach (var page in new[] { "docs/github-actions.md", "docs/azure-pipelines.md" })
            Page.Of(page)
                .Blocks.Where(block => block.Language == "yaml")
                .Select(block => block.Text)
                .Where(text => text.Contains("acrt exec", StringComparison.Ordinal))
                .ShouldAllBe(text => text.Contains(": exec acrt exec ", StringComparison.Ordinal));
    }

    private static TheoryData<string> Of(string page) =>
        [.. Page.Of(page).Blocks.Where(block => block is { Language: "yaml", File: not null }).Select(block => block.ToString())];

    private static YamlMappingNode Read(string place) =>
        Yaml.Parse(Page.All.SelectMany(page => page.Blocks).Single(block => block.ToString() == place).Text);

    private static bool NeedsAzure(string text) =>
        text.Contains("build.sh", StringComparison.Ordinal) || (Script().IsMatch(text) && !text.Contains("tool install", StringComparison.Ordinal));

    [GeneratedRegex("acrt (exec|mint|revoke|sweep)|acrt\" sweep")]
    private static partial Regex Script();

    [GeneratedRegex(@"\$\{\{ *secrets\.|--password(?!-name)|client-secret|AZURE_CLIENT_SECRET")]
    private static partial Regex Secret();

    [GeneratedRegex("SweepTokens|acrt\"? (sweep|revoke) ")]
    private static partial Regex Ends();
}
