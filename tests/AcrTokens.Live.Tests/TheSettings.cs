using AcrTokens.Live.Tests.Runs;

namespace AcrTokens.Live.Tests;

/// <summary>The environment variables for a real registry.</summary>
public sealed class TheSettings
{
    [Theory]
    [InlineData(null, null)]
    [InlineData("contoso", null)]
    [InlineData("contoso", " ")]
    [InlineData(null, "tokens")]
    public void Without_a_registry_or_rights_say_why_nothing_runs(string? registry, string? rights) =>
        LiveSettings.WhyNot(Variables(registry, rights)).ShouldNotBeNull().ShouldContain("if ACRT_LIVE_REGISTRY and ACRT_LIVE_RIGHTS are set");

    [Fact]
    public void Have_cheap_defaults()
    {
        var variables = Variables("contoso.azurecr.io ", "tokens");

        LiveSettings.WhyNot(variables).ShouldBeNull();
        var settings = LiveSettings.Read(variables);

        settings.Registry.ShouldBe("contoso.azurecr.io");
        settings.Rights.ShouldBe(["tokens"]);
        settings.Costly.ShouldBeEmpty();
        settings.Patience.ShouldBe(TimeSpan.FromMinutes(3));
    }

    [Fact]
    public void Are_read_as_lists_and_times()
    {
        var settings = LiveSettings.Read(Variables("contoso", "tokens, locks", "quota,throttling", "01:20:00"));

        settings.Rights.ShouldBe(["tokens", "locks"], ignoreOrder: true);
        settings.Costly.ShouldBe(["quota", "throttling"], ignoreOrder: true);
        settings.Patience.ShouldBe(TimeSpan.FromMinutes(80));
    }

    [Fact]
    public void That_are_wrong_are_all_named() =>
        Should
            .Throw<ArgumentException>(() => LiveSettings.Read(Variables("contoso", "locks,owner", "all", "3 minutes")))
            .Message.ShouldBe(
                "ACRT_LIVE_RIGHTS has 'owner', which is none of tokens, locks; ACRT_LIVE_COSTLY has 'all', which is none of quota, throttling; "
                    + "ACRT_LIVE_RIGHTS lacks tokens: every probe creates tokens; "
                    + "ACRT_LIVE_PATIENCE is '3 minutes', and not hh:mm:ss between 00:00:10 and 02:00:00"
            );

    [Fact]
    public void Are_all_explained_on_the_page()
    {
        var page = File.ReadAllText(Path.Combine(RepositoryRoot.Path, "docs", "live-tests.md"));

        foreach (
            var word in new[]
            {
                LiveSettings.RegistryVariable,
                LiveSettings.RightsVariable,
                LiveSettings.CostlyVariable,
                LiveSettings.PatienceVariable,
                LiveSettings.Locks,
                LiveSettings.Quota,
                LiveSettings.Throttling,
            }
        )
            page.ShouldContain($"`{word}`");
    }

    private static Func<string, string?> Variables(string? registry, string? rights, string? costly = null, string? patience = null) =>
        name =>
            name switch
            {
                LiveSettings.RegistryVariable => registry,
                LiveSettings.RightsVariable => rights,
                LiveSettings.CostlyVariable => costly,
                LiveSettings.PatienceVariable => patience,
                _ => null,
            };
}
