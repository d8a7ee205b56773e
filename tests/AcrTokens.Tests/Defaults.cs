namespace AcrTokens.Tests;

public sealed class Defaults
{
    [Fact]
    public void Of_a_mint_are_short_lived()
    {
        var settings = new AcrTokenMintSettings();

        settings.ShouldSatisfyAllConditions(
            s => s.NamePrefix.ShouldBe("acrt"),
            s => s.Lifetime.ShouldBe(TimeSpan.FromMinutes(30)),
            s => s.MaximumLifetime.ShouldBe(TimeSpan.FromHours(24)),
            s => s.Repositories.ShouldBeEmpty(),
            s => s.ScopeMap.ShouldBeNull(),
            s => s.LoginServers.ShouldBeEmpty(),
            s => s.KeepDisabled.ShouldBeFalse()
        );
    }

    [Fact]
    public void Of_a_create_send_nothing_that_was_not_set_and_overwrite_nothing()
    {
        var settings = new AcrTokenCreateSettings();

        settings.ShouldSatisfyAllConditions(
            s => s.Name.ShouldBeNull(),
            s => s.ScopeMap.ShouldBeNull(),
            s => s.Status.ShouldBeNull(),
            s => s.Overwrite.ShouldBeFalse()
        );
    }

    [Fact]
    public void Of_an_update_change_nothing()
    {
        var settings = new AcrTokenUpdateSettings();

        settings.ShouldSatisfyAllConditions(
            s => s.Name.ShouldBeNull(),
            s => s.ScopeMap.ShouldBeNull(),
            s => s.Status.ShouldBeNull(),
            s => s.Passwords.ShouldBeNull()
        );
    }

    [Fact]
    public void Of_a_credential_are_both_passwords_without_expiry()
    {
        var settings = new AcrTokenCredentialGenerateSettings();

        settings.ShouldSatisfyAllConditions(
            s => s.Name.ShouldBeNull(),
            s => s.PasswordName.ShouldBeNull(),
            s => s.ExpiresOn.ShouldBeNull(),
            s => s.Lifetime.ShouldBeNull()
        );
    }

    [Fact]
    public void Name_no_registry()
    {
        foreach (var settings in SettingsKinds.All)
        {
            settings.RegistryName.ShouldBeNull();
            settings.ResourceGroupName.ShouldBeNull();
            settings.SubscriptionId.ShouldBeNull();
        }
    }

    [Fact]
    public void Of_the_client_are_the_global_cloud_and_the_newest_stable_api()
    {
        var options = new AcrClientOptions();

        options.ShouldSatisfyAllConditions(
            o => o.Cloud.ShouldBe(AcrCloud.AzurePublicCloud),
            o => o.Cloud.ResourceManagerEndpoint.ShouldBe(new Uri("https://management.azure.com/")),
            o => o.ApiVersion.ShouldBe("2025-11-01"),
            o => o.SubscriptionId.ShouldBeNull(),
            o => o.OperationTimeout.ShouldBe(TimeSpan.FromMinutes(5)),
            o => o.TimeProvider.ShouldBe(TimeProvider.System)
        );
    }
}
