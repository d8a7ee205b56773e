namespace AcrTokens.Tests;

/// <summary>The user's docker configuration cannot be read.</summary>
[Collection(EnvironmentOfATest.Name)]
public sealed class UnreadableDockers : IDisposable
{
    private readonly Variables variables = new();

    public void Dispose() => variables.Dispose();

    [Theory]
    [InlineData("[]", false)]
    [InlineData("""{ "auths": {}, "auths": {} }""", false)]
    [InlineData("""{ "auths": [] }""", true)]
    public async Task Are_told_before_anything_is_sent(string json, bool withLogins)
    {
        File.WriteAllText(Path.Combine(variables.Folder, "config.json"), json);
        variables.Set("DOCKER_CONFIG", variables.Folder);
        await using var emulated = await Emulated.StartAsync();

        var failure = await Should.ThrowAsync<AcrException>(emulated.Client.MintTokenAsync(emulated.Mint.SetUserDockerConfig(withLogins)));

        failure.Message.ShouldStartWith($"Could not read the docker configuration {variables.Folder}");
        failure.NothingDone.ShouldBeTrue();
        emulated.Emulator.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task Of_logins_that_are_not_asked_for_do_no_harm()
    {
        variables.Set("REGISTRY_AUTH_FILE", Path.Combine(variables.Folder, "own.json"));
        variables.Set("DOCKER_AUTH_CONFIG", "[]");
        File.WriteAllText(Path.Combine(variables.Folder, "own.json"), "[]");
        await using var emulated = await Emulated.StartAsync();

        await using var lease = await emulated.Client.MintTokenAsync(emulated.Mint);

        File.Exists((await lease.GetDockerConfigAsync()).ConfigFile).ShouldBeTrue();
    }
}
