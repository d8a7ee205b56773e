namespace AcrTokens.Tests;

/// <summary>Recorded exchanges on passwords of tokens and the admin user, replayed by the executor. The recorders masked the values.</summary>
public sealed class RecordedCredentials
{
    [Theory]
    [Replays("Token.FromNet", 7)]
    public async Task Password_is_generated_for_a_disabled_token_and_found_by_its_name(Replay replay)
    {
        var token = AcrResourceIds.Token(replay.Registry, "acrtoken7970");

        var credentials = await replay.PlayAsync(executor => executor.GenerateCredentialsAsync(token, AcrTokenPasswordName.Password1, null, default));

        credentials.Username.ShouldBe("acrtoken7970");
        credentials.Passwords.ShouldHaveSingleItem().ShouldBe(credentials.Find(AcrTokenPasswordName.Password1));
        credentials
            .Find(AcrTokenPasswordName.Password1)
            .ShouldNotBeNull()
            .ShouldSatisfyAllConditions(
                p => p.Name.ToString().ShouldBe("password1"),
                p => p.CreatedOn.Exactly().ShouldBe("2023-02-15T16:42:13.7877840+08:00"),
                p => p.ExpiresOn.ShouldBeNull("none was asked for"),
                p => p.Value.ShouldReveal("Sanitized")
            );
        credentials.Find(AcrTokenPasswordName.Password2).ShouldBeNull();
    }

    [Theory]
    [Replays("Token.Credentials", 0, 1)]
    public async Task Both_passwords_of_a_token_without_any_are_generated_where_none_is_named(Replay replay)
    {
        var id = AcrResourceIds.Token(replay.Registry, "jvnliu");

        var (token, credentials) = await replay.PlayAsync(async executor =>
            (await executor.GetTokenIfExistsAsync(id, default), await executor.GenerateCredentialsAsync(id, null, null, default))
        );

        token.ShouldShow(
            id,
            AcrTokenStatus.Enabled,
            "rfkqmj",
            "2023-07-18T10:19:51.4329347+00:00",
            ("uuuuuuuuuuu@microsoft.com", "User", "2023-07-18T10:19:51.0198898+00:00")
        );
        credentials.Username.ShouldBe("jvnliu");
        credentials.Passwords.Select(p => p.Name).ShouldBe([AcrTokenPasswordName.Password1, AcrTokenPasswordName.Password2]);
        foreach (var password in credentials.Passwords)
        {
            credentials.Find(password.Name).ShouldBeSameAs(password);
            password.CreatedOn.Exactly().ShouldBe("2023-07-18T10:20:04.9673505+00:00");
            password.ExpiresOn.ShouldBeNull("none was asked for");
            password.Value.ShouldReveal(new string('x', 25));
        }
    }

    [Theory]
    [Replays("Admin.FromNet", 0)]
    public async Task Disabled_admin_user_is_told_with_what_enables_it(Replay replay)
    {
        var failure = await replay.PlayAsync(executor => Should.ThrowAsync<AcrException>(executor.GetAdminCredentialAsync(replay.Registry, default)));

        failure.ShouldSatisfyAllConditions(
            f => f.Status.ShouldBe(400),
            f => f.ServiceCode.ShouldBe("UnAuthorizedForCredentialOperations"),
            f => f.Resource.ShouldBe(replay.Registry.ToString()),
            f => f.NothingDone.ShouldBeTrue(),
            f => f.Message.ShouldNotContain('\n'),
            f =>
                f.Message.ShouldStartWith(
                    "Could not read the admin credentials of registry 'acrregistry574' (400 UnAuthorizedForCredentialOperations). "
                        + "The registry's admin user is disabled. Enable it (az acr update -n acrregistry574 --admin-enabled true)"
                ),
            f => f.Message.ShouldContain($"The service says: Cannot perform credential operations for {replay.Registry} as admin user is disabled.")
        );
    }

    [Theory]
    [Replays("Admin.FromNet", 2)]
    public async Task Admin_credentials_are_read(Replay replay)
    {
        var admin = await replay.PlayAsync(executor => executor.GetAdminCredentialAsync(replay.Registry, default));

        ShouldShow(admin, "acrregistry574", "Sanitized", "Sanitized");
    }

    [Theory]
    [Replays("Admin.FromNet", 3)]
    public async Task First_admin_password_is_regenerated(Replay replay)
    {
        var admin = await replay.PlayAsync(executor =>
            executor.RegenerateAdminCredentialAsync(replay.Registry, AcrAdminPasswordName.Password, default)
        );

        ShouldShow(admin, "acrregistry574", "Sanitized", "Sanitized");
    }

    [Theory]
    [Replays("Admin.FromNet", 4)]
    public async Task Second_admin_password_is_regenerated(Replay replay)
    {
        var admin = await replay.PlayAsync(executor =>
            executor.RegenerateAdminCredentialAsync(replay.Registry, AcrAdminPasswordName.Password2, default)
        );

        ShouldShow(admin, "acrregistry574", "Sanitized", "Sanitized");
    }

    [Theory]
    [Replays("Admin.Regenerate", 0)]
    public async Task Regenerated_admin_password_comes_with_the_other_and_each_by_its_name(Replay replay)
    {
        var admin = await replay.PlayAsync(executor =>
            executor.RegenerateAdminCredentialAsync(replay.Registry, AcrAdminPasswordName.Password, default)
        );

        ShouldShow(admin, "rfkqmj", new string('x', 12), new string('X', 21));
    }

    private static void ShouldShow(AcrAdminCredential admin, string username, string password, string password2)
    {
        admin.Username.ShouldBe(username);
        admin.Password.ShouldReveal(password);
        admin.Password2.ShouldReveal(password2);
    }
}
