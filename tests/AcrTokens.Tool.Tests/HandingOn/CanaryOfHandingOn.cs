using System.Text;
using System.Text.RegularExpressions;

namespace AcrTokens.Tool.Tests.HandingOn;

/// <summary>The recipes of <c>docs/handing-on.md</c>, run as they stand there: one job mints, five push, the last revokes.</summary>
public sealed partial class CanaryOfHandingOn
{
    [ToolTheory("bash", "skopeo", "openssl", "base64")]
    [InlineData("GitHub Actions")]
    [InlineData("Azure Pipelines")]
    [InlineData("GitLab")]
    public async Task Pushes_from_five_jobs_and_leaves_neither_token_nor_password(string host)
    {
        await using var handover = await Handover.StartAsync();
        var recipe = Handover.Recipe(host);

        await (
            host switch
            {
                "GitHub Actions" => new GitHubWorkflow(handover).RunAsync(recipe),
                "Azure Pipelines" => new AzurePipeline(handover).RunAsync(recipe),
                _ => new GitLabPipeline(handover).RunAsync(recipe),
            }
        );

        var pushes = handover.Emulator.Service.Requests.Where(request => request.Operation == "Manifests_Put").ToList();
        pushes.Select(request => request.Path[(request.Path.LastIndexOf('/') + 1)..]).ShouldBe(Handover.Images);
        pushes.Select(request => request.Login).Distinct().ShouldHaveSingleItem().ShouldStartWith("acrt-");
        handover.Emulator.Service.Tokens.ShouldBeEmpty();
        Search(handover);
    }

    // The password itself is not known here: the emulator's requests tell what logged in, and the first job's file what it was.
    private static void Search(Handover handover)
    {
        var (user, password) = handover.Login.ShouldNotBeNull();
        var forms = WrittenSecret.All(user, password);
        foreach (var (job, output) in handover.Outputs)
            Search($"the log of {job}", Masks().Replace(output, ""));
        foreach (var file in Directory.GetFiles(handover.Passed))
            Search($"what is passed on, {Path.GetFileName(file)}", File.ReadAllText(file, Encoding.Latin1));
        foreach (var file in Directory.GetFiles(handover.Root, "*", SearchOption.AllDirectories).Where(file => !IsOfTheMint(file)))
            Search(file, File.ReadAllText(file, Encoding.Latin1));

        // Without the text: a failed test must not show it either.
        void Search(string where, string text) => forms.Any(text.Contains).ShouldBeFalse($"{where} holds the password");
    }

    // On GitHub and Azure Pipelines that machine is gone with its job.
    private static bool IsOfTheMint(string file) => file.Contains("/mint/temp/acr/", StringComparison.Ordinal);

    // What the host takes for itself, and never shows.
    [GeneratedRegex(@"::add-mask::[^\n]*|##vso\[task\.setsecret\][^\n]*|##vso\[task\.setvariable [^\]]*isSecret=true\][^\n]*")]
    private static partial Regex Masks();
}
