using System.Text;
using System.Text.Json.Nodes;

namespace AcrTokens.Tests;

public sealed class DockerConfigs
{
    private const string LoginServer = "contoso.azurecr.io";

    [Fact]
    public void Hold_the_credentials_of_one_registry()
    {
        using var config = Create();

        var auths = Read(config)["auths"]!.AsObject();

        var (server, entry) = auths.ShouldHaveSingleItem();
        server.ShouldBe(LoginServer);
        Encoding.UTF8.GetString(Convert.FromBase64String((string)entry!["auth"]!)).ShouldBe($"a-token:{Substitutes.Password}");
    }

    [Fact]
    public void Are_private_and_outside_the_working_folder()
    {
        using var config = Create();

        PrivatePlace.All().Select(place => place.Parent).ShouldContain(Path.GetDirectoryName(config.Directory));
        if (OperatingSystem.IsWindows())
            return; // Windows has its own access rights

        File.GetUnixFileMode(config.Directory).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        File.GetUnixFileMode(config.ConfigFile).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }

    [Fact]
    public void Are_told_to_tools_by_paths_alone()
    {
        using var config = Create();

        config.Variables.ShouldBe(
            new Dictionary<string, string>
            {
                ["DOCKER_CONFIG"] = config.Directory,
                ["DOCKER_AUTH_CONFIG"] = "",
                ["REGISTRY_AUTH_FILE"] = config.ConfigFile,
                ["HELM_REGISTRY_CONFIG"] = config.ConfigFile,
                ["BUILDX_CONFIG"] = UserDocker.Find().Builders!,
            }
        );
        File.Exists(config.ConfigFile).ShouldBeTrue();
    }

    [Fact]
    public void Are_each_their_own()
    {
        using var one = Create();
        using var another = Create();

        another.Directory.ShouldNotBe(one.Directory);
    }

    [Fact]
    public void Cannot_be_made_where_the_temporary_folder_is_missing()
    {
        var missing = new PrivatePlace(Path.Combine(Path.GetTempPath(), $"missing-{Guid.NewGuid():N}"), "acrtokens", "TMPDIR");

        var failure = Should.Throw<AcrException>(() =>
            AcrDockerConfig.Create(new([LoginServer], "a-token", new AcrSecret(Substitutes.Password)), places: [missing])
        );

        failure.Message.ShouldStartWith($"Could not write a private folder in {missing.Above}: ");
        failure.Message.ShouldContain("TMPDIR");
    }

    [Fact]
    public void Are_gone_once_disposed_however_often()
    {
        var config = Create();

        config.Dispose();
        config.Dispose();

        Directory.Exists(config.Directory).ShouldBeFalse();
    }

    private static JsonNode Read(AcrDockerConfig config) => JsonNode.Parse(File.ReadAllText(config.ConfigFile))!;

    private static AcrDockerConfig Create() => AcrDockerConfig.Create(new([LoginServer], "a-token", new AcrSecret(Substitutes.Password)));
}
