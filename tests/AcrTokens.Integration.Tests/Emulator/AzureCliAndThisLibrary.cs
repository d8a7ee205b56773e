using System.Globalization;

namespace AcrTokens.Integration.Tests;

/// <summary>Each reads, changes and ends tokens that the other created.</summary>
[Collection(ClientProofs.Name)]
public sealed class AzureCliAndThisLibrary(ClientMatrix matrix) : IAsyncLifetime
{
    private EmulatorForClients emulator = null!;

    public async Task InitializeAsync() => emulator = await EmulatorForClients.StartAsync();

    public async Task DisposeAsync()
    {
        matrix.Add("az", emulator.Emulator.Requests);
        await emulator.DisposeAsync();
    }

    [ToolFact("az")]
    public async Task Tokens_of_the_cli_are_read_updated_and_swept()
    {
        var az = await AzureCli.LogInAsync(emulator);
        var client = emulator.Library();
        // The name that a build with the CLI would use for the sweep.
        var expiry = DateTimeOffset.UtcNow.AddHours(1);
        var builds = AcrTokenName.ForRun(expiresOn: expiry);
        await az.RunAsync(
            "acr",
            "token",
            "create",
            "-r",
            "myregistry",
            "-n",
            builds,
            "--scope-map",
            "_repositories_pull",
            "--expiration",
            expiry.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)
        );
        await az.RunAsync(
            "acr",
            "token",
            "create",
            "-r",
            "myregistry",
            "-n",
            "somebody-elses",
            "--repository",
            "samples/app",
            "content/read",
            "--expiration-in-days",
            "1"
        );

        var read = await client.GetTokenAsync(Of(new AcrTokenGetSettings()).SetName("somebody-elses"));
        var updated = await client.UpdateTokenAsync(Of(new AcrTokenUpdateSettings()).SetName("somebody-elses").Disable());
        var shown = await az.RunAsync("acr", "token", "show", "-r", "myregistry", "-n", "somebody-elses");
        emulator.Emulator.AdvanceClock(TimeSpan.FromHours(2));
        // A new sign-in, since the earlier one has expired too.
        var swept = await emulator.Library().SweepTokensAsync(Of(new AcrTokenSweepSettings()));

        read.Passwords.Select(password => password.Name).ShouldBe([AcrTokenPasswordName.Password1, AcrTokenPasswordName.Password2]);
        read.ScopeMapId!.Name.ShouldBe("somebody-elses-scope-map");
        updated.Status.ShouldBe(AcrTokenStatus.Disabled);
        ((string?)shown!["status"]).ShouldBe("disabled");
        swept.Deleted.ShouldBe(1);
        emulator.Emulator.Tokens.ShouldHaveSingleItem().Name.ShouldBe("somebody-elses");
    }

    [ToolFact("az")]
    public async Task Tokens_of_the_library_are_shown_updated_and_deleted()
    {
        var az = await AzureCli.LogInAsync(emulator);
        var lease = await emulator.Library().MintTokenAsync(Of(new AcrTokenMintSettings()).AddRepository("samples/app", AcrPermission.Push));

        var shown = await az.RunAsync("acr", "token", "show", "-r", "myregistry", "-n", lease.Name);
        await az.RunAsync("acr", "token", "update", "-r", "myregistry", "-n", lease.Name, "--status", "disabled");
        var canLogIn = await lease.CanLogInAsync();
        await az.RunAsync("acr", "token", "delete", "-r", "myregistry", "-n", lease.Name, "--yes");
        await lease.DisposeAsync();

        ((string?)shown!["credentials"]!["passwords"]![0]!["name"]).ShouldBe("password1");
        canLogIn.ShouldBeFalse();
        emulator.Emulator.Tokens.ShouldBeEmpty();
    }

    private T Of<T>(T settings)
        where T : AcrSettings => settings.SetRegistryName(emulator.RegistryId);
}
