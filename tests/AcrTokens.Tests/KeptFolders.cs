using System.Text;
using System.Text.Json.Nodes;
using NSubstitute;

namespace AcrTokens.Tests;

/// <summary>A lease's docker configuration that is left to later steps, with the token.</summary>
public sealed class KeptFolders : IAsyncLifetime
{
    private readonly DirectoryInfo parent = Directory.CreateTempSubdirectory("kept-folders-");
    private Emulated emulated = null!;

    private string Folder => Path.Combine(parent.FullName, "docker");

    public async Task InitializeAsync() => emulated = await Emulated.StartAsync();

    public async Task DisposeAsync()
    {
        await emulated.DisposeAsync();
        parent.Delete(recursive: true);
    }

    [Fact]
    public async Task Hold_the_login_and_outlive_the_lease()
    {
        var lease = await emulated.Client.MintTokenAsync(emulated.Mint);

        await lease.DetachAsync(Folder);
        await lease.DisposeAsync();

        lease.IsDetached.ShouldBeTrue();
        var login = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(Folder, "config.json")))!["auths"]!.AsObject().First().Value!;
        var text = Encoding.UTF8.GetString(Convert.FromBase64String((string)login["auth"]!));
        (text == $"{lease.Name}:{lease.Password.Reveal()}").ShouldBeTrue();
        AcrDockerConfig.Remove(Folder, lease.Name).ShouldBeTrue();
        Directory.Exists(Folder).ShouldBeFalse();
    }

    [Fact]
    public async Task Hold_the_login_of_a_lease_that_was_renewed_meanwhile_or_had_left_before()
    {
        var executor = Substitutes.Executor();
        var asked = new TaskCompletionSource<AcrRegistry>(TaskCreationOptions.RunContinuationsAsynchronously);
        executor.GetRegistryAsync(null!, default).ReturnsForAnyArgs(asked.Task);
        var lease = await new AcrClient(executor).MintTokenAsync(Substitutes.Mint);
        executor.AnswerWith("not-a-password-but-renewed");

        var detaching = lease.DetachAsync(Folder);
        await lease.RenewAsync();
        asked.SetResult(new AcrRegistry { Id = Substitutes.Registry, LoginServer = "contoso-0a1b.azurecr.io" });
        await detaching;
        var again = Path.Combine(parent.FullName, "again");
        await lease.DetachAsync(again);

        foreach (var folder in new[] { Folder, again })
        {
            var login = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(folder, "config.json")))!["auths"]!["contoso-0a1b.azurecr.io"]!;
            Encoding.UTF8.GetString(Convert.FromBase64String((string)login["auth"]!)).ShouldBe($"{lease.Name}:not-a-password-but-renewed");
        }
    }

    [UnixFact]
    public async Task Are_only_for_their_user()
    {
        var lease = await emulated.Client.MintTokenAsync(emulated.Mint);
        await lease.DetachAsync(Folder);

        if (!OperatingSystem.IsWindows())
        {
            File.GetUnixFileMode(Folder).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            File.GetUnixFileMode(Path.Combine(Folder, "config.json")).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }
    }

    [Fact]
    public async Task Take_no_place_that_is_in_use_and_leave_the_lease_to_its_process()
    {
        Directory.CreateDirectory(Folder);
        await File.WriteAllTextAsync(Path.Combine(Folder, "config.json"), "{}");
        var lease = await emulated.Client.MintTokenAsync(emulated.Mint);

        (await Should.ThrowAsync<AcrException>(lease.DetachAsync(Folder))).Message.ShouldStartWith($"{Folder} is there already");

        lease.IsDetached.ShouldBeFalse();
        (await File.ReadAllTextAsync(Path.Combine(Folder, "config.json"))).ShouldBe("{}");
        await lease.RevokeAsync();
        emulated.Emulator.Tokens.ShouldBeEmpty();
    }

    [Fact]
    public async Task Are_removed_for_their_own_token_only()
    {
        var lease = await emulated.Client.MintTokenAsync(emulated.Mint);
        await lease.DetachAsync(Folder);
        var foreign = Directory.CreateDirectory(Path.Combine(parent.FullName, "foreign")).FullName;

        AcrDockerConfig.Remove(Folder, "another-token").ShouldBeFalse();
        AcrDockerConfig.Remove(foreign, lease.Name).ShouldBeFalse();
        AcrDockerConfig.Remove(Path.Combine(parent.FullName, "missing"), lease.Name).ShouldBeFalse();

        Directory.Exists(Folder).ShouldBeTrue();
        Directory.Exists(foreign).ShouldBeTrue();
    }

    [Fact]
    public async Task Are_not_written_once_the_lease_has_ended()
    {
        var lease = await emulated.Client.MintTokenAsync(emulated.Mint);
        await lease.RevokeAsync();

        await Should.ThrowAsync<InvalidOperationException>(lease.DetachAsync(Folder));

        Directory.Exists(Folder).ShouldBeFalse();
    }
}
