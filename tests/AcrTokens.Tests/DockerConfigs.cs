using System.Diagnostics;
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

        config.Directory.ShouldStartWith(Path.GetTempPath());
        if (OperatingSystem.IsWindows())
            return; // access rights of its own, which no machine here has

        File.GetUnixFileMode(config.Directory).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        File.GetUnixFileMode(config.ConfigFile).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }

    [Fact]
    public void Are_told_to_tools_by_paths_alone()
    {
        using var config = Create();

        config.Variables.ShouldBe(new Dictionary<string, string>
        {
            ["DOCKER_CONFIG"] = config.Directory,
            ["REGISTRY_AUTH_FILE"] = config.ConfigFile,
            ["HELM_REGISTRY_CONFIG"] = config.ConfigFile,
        });
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
    public void Are_gone_once_disposed_however_often()
    {
        var config = Create();

        config.Dispose();
        config.Dispose();

        Directory.Exists(config.Directory).ShouldBeFalse();
    }

    [Fact]
    public void Of_this_process_are_no_leftovers()
    {
        using var config = Create();

        PrivateFolder.RemoveLeftovers(Later);

        Directory.Exists(config.Directory).ShouldBeTrue();
    }

    [Fact]
    public void Of_a_dead_process_are_removed_once_they_are_not_new()
    {
        using var leftover = Leftover.Of(DeadProcess());

        PrivateFolder.RemoveLeftovers(DateTimeOffset.UtcNow);
        leftover.IsThere.ShouldBeTrue("it may be about to be locked");

        PrivateFolder.RemoveLeftovers(Later);
        leftover.IsThere.ShouldBeFalse();
    }

    [Fact]
    public void Stay_while_somebody_holds_their_lock_though_the_process_is_not_seen()
    {
        using var leftover = Leftover.Of(DeadProcess());
        using (File.Open(leftover.Lock, FileMode.Open, FileAccess.Write, FileShare.None))
        {
            PrivateFolder.RemoveLeftovers(Later);
            leftover.IsThere.ShouldBeTrue();
        }

        PrivateFolder.RemoveLeftovers(Later);
        leftover.IsThere.ShouldBeFalse();
    }

    [Fact]
    public void Of_others_are_not_touched()
    {
        var other = Directory.CreateTempSubdirectory("acrtokens-other-");

        PrivateFolder.RemoveLeftovers(Later);

        other.Exists.ShouldBeTrue();
        other.Delete();
    }

    private static DateTimeOffset Later => DateTimeOffset.UtcNow.AddMinutes(5);

    private static JsonNode Read(AcrDockerConfig config) => JsonNode.Parse(File.ReadAllText(config.ConfigFile))!;

    private static AcrDockerConfig Create() => AcrDockerConfig.Create(LoginServer, "a-token", new AcrSecret(Substitutes.Password));

    private static int DeadProcess()
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet", "--version") { RedirectStandardOutput = true })!;
        process.WaitForExit();
        return process.Id;
    }

    /// <summary>What a killed process leaves.</summary>
    private sealed class Leftover(DirectoryInfo folder) : IDisposable
    {
        public string Lock => Path.Combine(folder.FullName, "lock");

        public bool IsThere => Directory.Exists(folder.FullName);

        public static Leftover Of(int process)
        {
            var leftover = new Leftover(Directory.CreateTempSubdirectory($"acrtokens-{process}-"));
            File.WriteAllText(leftover.Lock, "");
            return leftover;
        }

        public void Dispose()
        {
            if (IsThere)
                folder.Delete(recursive: true);
        }
    }
}
