namespace AcrTokens.Tests;

public sealed class AdminCredentials
{
    [Fact]
    public async Task Are_read_and_regenerated_by_name()
    {
        await using var emulated = await Emulated.StartAsync(o => o with { AdminUserEnabled = true });

        var before = await emulated.Client.GetAdminCredentialAsync(emulated.Of(new AcrCredentialGetSettings()));
        var after = await emulated.Client.RegenerateAdminCredentialAsync(
            emulated.Of(new AcrCredentialRegenerateSettings()).SetPasswordName(AcrAdminPasswordName.Password2)
        );

        before.Username.ShouldBe(emulated.RegistryId.Name);
        after.Password.ShouldReveal(before.Password!.Reveal());
        (after.Password2!.Reveal() == before.Password2!.Reveal()).ShouldBeFalse("password2 is the same");
        $"{after}".Contains(after.Password2.Reveal(), StringComparison.Ordinal).ShouldBeFalse("it prints a password");
        emulated.Wire.Sent.ShouldBe(["POST listCredentials", "POST regenerateCredential"]);
        emulated.Wire.Bodies.ShouldBe(["", """{"name":"password2"}"""]);
    }

    [Fact]
    public async Task Of_a_disabled_admin_user_say_how_to_enable_it()
    {
        await using var emulated = await Emulated.StartAsync();

        var failure = await Should.ThrowAsync<AcrException>(() =>
            emulated.Client.RegenerateAdminCredentialAsync(
                emulated.Of(new AcrCredentialRegenerateSettings()).SetPasswordName(AcrAdminPasswordName.Password)
            )
        );

        failure.Status.ShouldBe(400);
        failure.ServiceCode.ShouldBe("UnAuthorizedForCredentialOperations");
        failure.Message.ShouldStartWith(
            $"Could not regenerate admin credential 'password' of registry '{emulated.RegistryId.Name}' (400 UnAuthorizedForCredentialOperations). "
                + $"The registry's admin user is disabled. Enable it (az acr update -n {emulated.RegistryId.Name} --admin-enabled true) where "
                + "a policy does not forbid that, or use a token instead."
        );
    }

    [Fact]
    public async Task Are_never_regenerated_twice_after_a_lost_answer()
    {
        await using var emulated = await Emulated.StartAsync(o => o with { AdminUserEnabled = true });
        emulated.Wire.LoseAnswer("POST regenerateCredential");

        await Should.ThrowAsync<AcrException>(() =>
            emulated.Client.RegenerateAdminCredentialAsync(
                emulated.Of(new AcrCredentialRegenerateSettings()).SetPasswordName(AcrAdminPasswordName.Password)
            )
        );

        emulated.Wire.Sent.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Without_a_name_are_not_regenerated()
    {
        var client = new AcrClient(Substitutes.Executor());

        (
            await Should.ThrowAsync<AcrException>(() => client.RegenerateAdminCredentialAsync(new AcrCredentialRegenerateSettings().InRegistry()))
        ).Message.ShouldContain("no password is named (SetPasswordName)");
        (
            await Should.ThrowAsync<AcrException>(() =>
                client.RegenerateAdminCredentialAsync(new AcrCredentialRegenerateSettings().InRegistry().SetPasswordName((AcrAdminPasswordName)7))
            )
        ).Message.ShouldContain("'7' is not one of the admin user's passwords");
    }
}
