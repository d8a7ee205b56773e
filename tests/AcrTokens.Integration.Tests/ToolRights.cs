using System.Text.RegularExpressions;

namespace AcrTokens.Integration.Tests;

/// <summary>Checks <c>docs/rights.md</c> against the real needs of the installed clients.</summary>
[Collection(OneAtATime.Name)]
public sealed partial class ToolRights : IAsyncLifetime
{
    private const string Repository = "samples/app";

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("tool-rights-");
    private Loopback loopback = null!;

    private string Image => $"{loopback.Emulator.LoginServer}/{Repository}:1";

    public async Task InitializeAsync() => loopback = await Loopback.StartAsync();

    public async Task DisposeAsync()
    {
        await loopback.DisposeAsync();
        folder.Delete(recursive: true);
    }

    [ToolTheory("skopeo")]
    [InlineData("`skopeo copy` from the registry")]
    [InlineData("`skopeo copy` to the registry")]
    [InlineData("`skopeo inspect`")]
    [InlineData("`skopeo inspect --no-tags`")]
    [InlineData("`skopeo list-tags`")]
    [InlineData("`skopeo delete`")]
    public Task Of_skopeo_are_as_documented(string command) => ProveAsync(command);

    [ToolTheory("skopeo", "docker")]
    [InlineData("`docker manifest inspect`")]
    public Task Of_docker_are_as_documented(string command) => ProveAsync(command);

    [ToolTheory("skopeo", "buildah")]
    [InlineData("`buildah pull`")]
    [InlineData("`buildah push`")]
    public Task Of_buildah_are_as_documented(string command) => ProveAsync(command);

    [Fact]
    public void Have_a_fact_here_for_each_row_that_says_so()
    {
        var tested = typeof(ToolRights)
            .GetMethods()
            .SelectMany(m => m.GetCustomAttributes(typeof(InlineDataAttribute), false).Cast<InlineDataAttribute>())
            .Select(data => (string)data.GetData(null!).Single()[0]);

        Documented().Keys.ShouldBe(tested, ignoreOrder: true);
    }

    /// <summary>Proves that the documented rights are minimal: the command works with them, but not without any one of them.</summary>
    private async Task ProveAsync(string command)
    {
        var needed = Documented()[command];
        await SeedAsync();

        foreach (var part in Enum.GetValues<AcrPermission>().Where(p => int.IsPow2((int)p) && needed.HasFlag(p)))
        {
            // Push includes pull: removing push leaves pull.
            var rest = (needed & ~part) | (part == AcrPermission.Push ? AcrPermission.Pull : AcrPermission.None);
            var refused = await RunAsync(command, rest);
            refused.ExitCode.ShouldNotBe(0, $"{command} works with {rest} alone: {refused.Output}");
            refused.Output.ShouldMatch("denied|unauthorized|authentication required|insufficient", $"{command} with {rest}");
        }

        var done = await RunAsync(command, needed);
        done.ExitCode.ShouldBe(0, done.Output);
    }

    private async Task<ChildProcess> RunAsync(string command, AcrPermission permission)
    {
        await using var lease = await loopback.MintAsync(s =>
            s.AddRepository("dotnet/runtime", AcrPermission.Pull).When(permission != AcrPermission.None, m => m.AddRepository(Repository, permission))
        );
        var config = await lease.GetDockerConfigAsync();
        var (program, arguments) = Command(command);
        return await ChildProcess.RunAsync(program, arguments, config.Variables.ToDictionary(v => v.Key, string? (v) => v.Value));
    }

    private (string Program, string[] Arguments) Command(string command) =>
        command switch
        {
            "`skopeo copy` from the registry" => (
                "skopeo",
                ["--insecure-policy", "copy", "--src-tls-verify=false", $"docker://{Image}", $"dir:{Path.Combine(folder.FullName, "copied")}"]
            ),
            "`skopeo copy` to the registry" => (
                "skopeo",
                [
                    "--insecure-policy",
                    "copy",
                    "--src-tls-verify=false",
                    "--dest-tls-verify=false",
                    $"docker://{loopback.Emulator.BaseImage}",
                    $"docker://{Image}",
                ]
            ),
            "`skopeo inspect`" => ("skopeo", ["inspect", "--tls-verify=false", $"docker://{Image}"]),
            "`skopeo inspect --no-tags`" => ("skopeo", ["inspect", "--no-tags", "--tls-verify=false", $"docker://{Image}"]),
            "`skopeo list-tags`" => ("skopeo", ["list-tags", "--tls-verify=false", $"docker://{loopback.Emulator.LoginServer}/{Repository}"]),
            "`skopeo delete`" => ("skopeo", ["delete", "--tls-verify=false", $"docker://{Image}"]),
            "`docker manifest inspect`" => ("docker", ["manifest", "inspect", "--insecure", Image]),
            "`buildah pull`" => ("buildah", [.. Storage, "pull", "--tls-verify=false", $"docker://{Image}"]),
            "`buildah push`" => (
                "sh",
                [
                    "-c",
                    $"buildah {string.Join(' ', Storage)} pull -q --tls-verify=false docker://{loopback.Emulator.BaseImage} && buildah "
                        + $"{string.Join(' ', Storage)} push --tls-verify=false {loopback.Emulator.BaseImage} docker://{Image}",
                ]
            ),
            _ => throw new ArgumentOutOfRangeException(nameof(command), command, "say here how it is run"),
        };

    private string[] Storage => ["--storage-driver=vfs", $"--root={folder.FullName}/root", $"--runroot={folder.FullName}/run"];

    private async Task SeedAsync() => (await RunAsync("`skopeo copy` to the registry", AcrPermission.Push)).ExitCode.ShouldBe(0);

    /// <summary>The table rows marked <c>run</c>.</summary>
    private static Dictionary<string, AcrPermission> Documented() =>
        Row()
            .Matches(File.ReadAllText(Path.Combine(RepositoryRoot.Path, "docs", "rights.md")).ReplaceLineEndings("\n"))
            .ToDictionary(
                row => row.Groups["command"].Value,
                row => Enum.Parse<AcrPermission>(row.Groups["needs"].Value.Replace(" \\| ", ", ", StringComparison.Ordinal))
            );

    [GeneratedRegex(@"^\| (?<command>[^|]+) \| `(?<needs>[^`]+)` \| run \|$", RegexOptions.Multiline)]
    private static partial Regex Row();
}
