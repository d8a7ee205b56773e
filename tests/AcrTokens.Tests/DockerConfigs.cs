using System.Text;
using System.Text.Json.Nodes;

namespace AcrTokens.Tests;

public sealed class DockerConfigs
{
    [Fact]
    public void Hold_the_credentials_of_one_registry()
    {
        using var config = Create();

        var auths = JsonNode.Parse(File.ReadAllText(Path.Combine(config.Directory, "config.json")))!["auths"]!.AsObject();

        var (server, entry) = auths.ShouldHaveSingleItem();
        server.ShouldBe("contoso.azurecr.io");
        Encoding.UTF8.GetString(Convert.FromBase64String((string)entry!["auth"]!)).ShouldBe($"a-token:{Substitutes.Password}");
    }

    [Fact]
    public void Are_private_and_outside_the_working_folder()
    {
        using var config = Create();

        config.Directory.ShouldStartWith(Path.GetTempPath());
        if (OperatingSystem.IsWindows())
            return; // the user's temporary folder is private there by inheritance

        File.GetUnixFileMode(config.Directory).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        File.GetUnixFileMode(Path.Combine(config.Directory, "config.json")).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }

    [Fact]
    public void Are_each_their_own()
    {
        using var one = Create();
        using var another = Create();

        another.Directory.ShouldNotBe(one.Directory);
    }

    [Fact]
    public void Are_gone_once_disposed_however_often()
    {
        var config = Create();

        config.Dispose();
        config.Dispose();

        Directory.Exists(config.Directory).ShouldBeFalse();
    }

    private static AcrDockerConfig Create() => AcrDockerConfig.Create("contoso.azurecr.io", "a-token", new AcrSecret(Substitutes.Password));
}
