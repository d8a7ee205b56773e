using System.Net;
using Azure;

namespace AcrTokens.AzureSdk.Tests;

/// <summary>Passwords of tokens and of the admin user.</summary>
public abstract partial class Executors
{
    [Fact]
    public async Task Wipe_a_tokens_passwords_by_creating_it_anew()
    {
        await using var emulation = await Emulation.StartAsync();
        var executor = Make(emulation);
        await CreateAsync(executor, emulation);
        await executor.GenerateCredentialsAsync(emulation.Token, null, null, default);

        (await CreateAsync(executor, emulation)).Passwords.ShouldBeEmpty();
    }

    [Fact]
    public async Task Keep_the_named_passwords_and_remove_the_others()
    {
        await using var emulation = await Emulation.StartAsync();
        var executor = Make(emulation);
        await CreateAsync(executor, emulation);
        await executor.GenerateCredentialsAsync(emulation.Token, null, null, default);
        var read = (await executor.GetTokenIfExistsAsync(emulation.Token, default))!;

        var one = await executor.UpdateTokenAsync(
            emulation.Token,
            new() { Passwords = [.. read.Passwords.Where(p => p.Name == AcrTokenPasswordName.Password2)] },
            WaitUntil.Completed,
            default
        );
        var none = await executor.UpdateTokenAsync(emulation.Token, new() { Passwords = [] }, WaitUntil.Completed, default);

        one.Passwords.ShouldHaveSingleItem().Name.ShouldBe(AcrTokenPasswordName.Password2);
        none.Passwords.ShouldBeEmpty();
    }

    [Fact]
    public async Task Give_the_value_of_a_generated_password_and_of_no_other()
    {
        await using var emulation = await Emulation.StartAsync();
        var executor = Make(emulation);
        await CreateAsync(executor, emulation);

        var both = await executor.GenerateCredentialsAsync(emulation.Token, null, null, default);
        var one = await executor.GenerateCredentialsAsync(emulation.Token, AcrTokenPasswordName.Password2, null, default);

        both.Username.ShouldBe("a-token");
        both.Passwords.ShouldAllBe(p => p.Value != null && p.ExpiresOn == null);
        one.Passwords.Count.ShouldBe(2, "the service lists the other one too");
        one.Find(AcrTokenPasswordName.Password1).ShouldBeNull();
        one.Find(AcrTokenPasswordName.Password2)!.Value!.Fingerprint.ShouldNotBe(both.Find(AcrTokenPasswordName.Password2)!.Value!.Fingerprint);
    }

    [Fact]
    public async Task Wait_for_a_token_that_is_not_active_yet()
    {
        await using var emulation = await Emulation.StartAsync(o => o with { CreationDelay = TimeSpan.FromSeconds(20) });
        var executor = Make(emulation);
        await executor.CreateTokenAsync(
            emulation.Token,
            new() { ScopeMapId = emulation.Registry.ScopeMap("_repositories_pull") },
            WaitUntil.Started,
            default
        );
        emulation.Wire.Answer(
            "POST generateCredentials",
            HttpStatusCode.Conflict,
            """{"error":{"code":"TokenNotActive","message":"not yet"}}""",
            times: 2,
            header: ("Retry-After", "10")
        );

        var credentials = await executor.GenerateCredentialsAsync(emulation.Token, AcrTokenPasswordName.Password1, null, default);

        credentials.Find(AcrTokenPasswordName.Password1).ShouldNotBeNull();
        emulation.Clock.Waits.ShouldBe([TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(10)]);
    }

    [Fact]
    public async Task Read_and_regenerate_the_admin_users_passwords()
    {
        await using var emulation = await Emulation.StartAsync(o => o with { AdminUserEnabled = true });
        var executor = Make(emulation);

        var before = await executor.GetAdminCredentialAsync(emulation.Registry, default);
        var after = await executor.RegenerateAdminCredentialAsync(emulation.Registry, AcrAdminPasswordName.Password2, default);

        after.Username.ShouldBe(emulation.Registry.Name);
        after.Password!.Fingerprint.ShouldBe(before.Password!.Fingerprint);
        after.Password2!.Fingerprint.ShouldNotBe(before.Password2!.Fingerprint);
    }
}
