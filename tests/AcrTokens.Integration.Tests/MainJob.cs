using System.Text.RegularExpressions;

namespace AcrTokens.Integration.Tests;

/// <summary>The sample build, run as a user runs it.</summary>
[Collection(OneAtATime.Name)]
public sealed partial class MainJob
{
    [Fact]
    public async Task Pushes_an_image_with_a_token_that_is_dead_afterwards()
    {
        var build = await RunAsync();

        build.ExitCode.ShouldBe(0, build.Output);
        build.Output.ShouldMatch(@"MintPushToken\s+Succeeded\s.*// Token: acrt-\d{8}t\d{6}z-[0-9a-z]{1,11}-[0-9a-z]{8}");
        build.Output.ShouldMatch(@"PublishImage\s+Succeeded\s.*// Image: localhost:\d+/samples/hello:1\.0, Digest: sha256:[0-9a-f]{64}");
        build.Output.ShouldMatch(@"RevokePushToken\s+Succeeded\s.*// Minted to revoked: \d+\.\d s");
        build.Output.ShouldMatch(@"ProveRevoked\s+Succeeded\s.*// Login: 401");
        Words(build.Output).ShouldAllBe(w => !LooksLikeAPassword(w));
    }

    [Fact]
    public async Task Revokes_also_when_the_image_cannot_be_published()
    {
        var build = await RunAsync("--push-tag", "not/a/tag");

        build.ExitCode.ShouldNotBe(0);
        build.Output.ShouldMatch(@"PublishImage\s+Failed");
        build.Output.ShouldMatch(@"RevokePushToken\s+Succeeded\s.*// Minted to revoked: \d+\.\d s");
        build.Output.ShouldMatch(@"ProveRevoked\s+Succeeded\s.*// Login: 401");
        Words(build.Output).ShouldAllBe(w => !LooksLikeAPassword(w));
    }

    // NUKE reads a parameter from a variable of the same name. A variable that a CI machine sets for other tools must not redirect the push.
    [Fact]
    public async Task Does_not_listen_to_variables_that_CI_machines_set()
    {
        var build = await RunAsync(
            new Dictionary<string, string?>
            {
                ["REGISTRY"] = "docker.io",
                ["TAG"] = "not/a/tag",
                ["RESOURCE_GROUP"] = "others",
                ["SUBSCRIPTION"] = "others",
                ["SUBSCRIPTION_ID"] = "others",
            }
        );

        build.ExitCode.ShouldBe(0, build.Output);
        build.Output.ShouldMatch(@"// Image: localhost:\d+/samples/hello:1\.0, ");
    }

    [Theory]
    [InlineData("no", "names no registry")]
    [InlineData("contoso.example.com", "names no registry")]
    public async Task Refuses_a_registry_that_cannot_be(string registry, string reason)
    {
        var build = await RunAsync("--push-registry", registry, "--push-resource-group", "builds", "--push-subscription-id", Guid.Empty.ToString());

        build.ExitCode.ShouldNotBe(0);
        build.Output.ShouldMatch(@"MintPushToken\s+Failed.*// AcrException: AcrTokenMint was not started, nothing was sent: .*" + reason);
        build.Output.ShouldNotContain("Minted token");
    }

    [Fact]
    public async Task Says_how_to_sign_in_where_there_is_no_credential()
    {
        // Azure.Identity's own switch: use only the environment, which holds no credentials.
        var environment = new Dictionary<string, string?> { ["AZURE_TOKEN_CREDENTIALS"] = "EnvironmentCredential", ["AZURE_CLIENT_ID"] = null };

        var build = await RunAsync(
            environment,
            "--push-registry",
            "contoso",
            "--push-resource-group",
            "builds",
            "--push-subscription-id",
            Guid.Empty.ToString()
        );

        build.ExitCode.ShouldNotBe(0);
        build.Output.ShouldMatch(
            @"MintPushToken\s+Failed.*// AcrException: Could not create scope map .*: no Azure credential was found by EnvironmentCredential"
        );
        build.Output.ShouldNotContain("Minted token");
    }

    [Fact]
    public async Task Says_so_when_the_token_was_not_minted()
    {
        var build = await RunAsync("--skip", "MintPushToken");

        build.ExitCode.ShouldNotBe(0);
        build.Output.ShouldMatch(
            @"PublishImage\s+Failed.*// InvalidOperationException: No token was minted in this run of the build: --skip or --continue left out MintPushToken"
        );
    }

    private static Task<ChildProcess> RunAsync(params string[] arguments) => RunAsync(new Dictionary<string, string?>(), arguments);

    private static Task<ChildProcess> RunAsync(IReadOnlyDictionary<string, string?> environment, params string[] arguments) =>
        ChildProcess.RunAsync("dotnet", ["exec", Repository.SampleBuild, .. arguments], environment);

    private static IEnumerable<string> Words(string text) => Word().Matches(text).Select(m => m.Value);

    // The emulator's passwords have 52 characters, like the service's. A digest differs by its alphabet.
    private static bool LooksLikeAPassword(string word) => word.Length >= 40 && !Digest().IsMatch(word);

    [GeneratedRegex("[A-Za-z0-9+=]+")]
    private static partial Regex Word();

    [GeneratedRegex("^[0-9a-f]{64}\\z")]
    private static partial Regex Digest();
}
