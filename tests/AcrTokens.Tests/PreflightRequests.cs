using System.Net;

namespace AcrTokens.Tests;

/// <summary>The requests of a preflight: only reads, and Resource Manager's query for the caller's rights.</summary>
public sealed class PreflightRequests : IAsyncLifetime
{
    private const string Permissions = "GET providers/Microsoft.Authorization/permissions";

    private Emulated emulated = null!;

    private AcrTokenPreflightSettings Settings => emulated.Of(new AcrTokenPreflightSettings());

    public async Task InitializeAsync() => emulated = await Emulated.StartAsync();

    public async Task DisposeAsync() => await emulated.DisposeAsync();

    [Fact]
    public async Task Are_reads_and_name_each_providers_api_version()
    {
        emulated.Wire.Answer(
            Permissions,
            HttpStatusCode.OK,
            """{"value":[{"actions":["*"],"notActions":[],"dataActions":[],"notDataActions":[]}]}"""
        );

        var report = await emulated.Client.PreflightAsync(Settings.SetScopeMap("_repositories_push"));

        report.IsGood.ShouldBeTrue();
        report.Findings.ShouldContain(f => f.Message == "The credential has the rights that a mint and its revocation need.");
        report.Findings.ShouldContain(f => f.Message == $"Registry '{emulated.RegistryId.Name}' has 0 of the 50000 tokens that SKU Premium holds.");
        emulated.Wire.Sent.ShouldBe([
            "GET registry",
            "GET tokens",
            Permissions,
            "GET providers/Microsoft.Authorization/locks",
            "GET scopeMaps/_repositories_push",
        ]);
        emulated
            .Wire.Urls.Select(u => u.Query)
            .ShouldBe([
                "?api-version=2025-11-01",
                "?api-version=2025-11-01",
                "?api-version=2022-04-01",
                "?api-version=2020-05-01",
                "?api-version=2025-11-01",
            ]);
        emulated.Wire.Urls[2].AbsolutePath.ShouldBe($"{emulated.RegistryId}/providers/Microsoft.Authorization/permissions");
    }

    [Fact]
    public async Task Follow_the_pages_of_the_rights()
    {
        var next = new Uri(emulated.Emulator.ResourceManagerEndpoint, $"{emulated.RegistryId}/providers/Microsoft.Authorization/permissions?page=2");
        emulated.Wire.Answer(
            Permissions,
            HttpStatusCode.OK,
            $$"""{"value":[{"actions":["*/read","*/delete"],"notActions":[]}],"nextLink":"{{next}}"}""",
            times: 1
        );
        emulated.Wire.Answer(Permissions, HttpStatusCode.OK, """{"value":[{"actions":["*/write"]},{}]}""");

        var report = await emulated.Client.PreflightAsync(Settings);

        emulated.Wire.Urls.ShouldContain(next);
        report
            .Findings.Where(f => f.Severity == AcrPreflightSeverity.Error)
            .ShouldHaveSingleItem()
            .Message.ShouldContain("'Microsoft.ContainerRegistry/registries/generateCredentials/action'");
    }

    [Theory]
    [InlineData(HttpStatusCode.Forbidden)]
    [InlineData(HttpStatusCode.NotFound)]
    [InlineData(HttpStatusCode.NotImplemented)]
    [InlineData(null)]
    public async Task Leave_the_rights_open_where_they_cannot_be_asked_for(HttpStatusCode? status)
    {
        if (status is not null)
            emulated.Wire.Answer(Permissions, status.Value, """{"error":{"code":"Refused","message":"no"}}""");

        var report = await emulated.Client.PreflightAsync(Settings);

        report.IsGood.ShouldBeTrue("the emulator itself does not know that question");
        report.Findings[^1].Severity.ShouldBe(AcrPreflightSeverity.Information);
        report
            .Findings[^1]
            .Message.ShouldStartWith(
                "The credential's rights could not be checked: it may not ask for them. It needs Microsoft.ContainerRegistry/registries/read, "
            );
        emulated.Wire.Sent.Count(s => s == Permissions).ShouldBe(1);
    }

    [Fact]
    public async Task That_fail_otherwise_are_an_error_of_the_report()
    {
        emulated.Wire.Answer(Permissions, HttpStatusCode.BadRequest, """{"error":{"code":"NoRegisteredProviderFound","message":"no"}}""");

        var report = await emulated.Client.PreflightAsync(Settings);

        report.Findings[^1].Severity.ShouldBe(AcrPreflightSeverity.Error);
        report
            .Findings[^1]
            .Message.ShouldStartWith(
                $"Could not list the caller's permissions on registry '{emulated.RegistryId.Name}' (400 NoRegisteredProviderFound)."
            );
    }

    [Fact]
    public async Task In_a_registry_that_does_not_exist_end_with_that()
    {
        var elsewhere = AcrResourceIds.Registry(emulated.RegistryId.SubscriptionId!, emulated.RegistryId.ResourceGroupName!, "mistyped");

        var report = await emulated.Client.PreflightAsync(new AcrTokenPreflightSettings().SetRegistryName(elsewhere.ToString()));

        report.Findings.ShouldHaveSingleItem().Message.ShouldContain("There is no registry 'mistyped'");
        report.IsGood.ShouldBeFalse();
    }

    [Fact]
    public async Task Compare_the_clocks_by_the_answers_date()
    {
        var options = emulated.ClientOptions();
        var local = new SkippingClock();
        local.Advance(TimeSpan.FromHours(1));
        options.TimeProvider = local;

        var report = await new AcrClient(Emulated.Credential(emulated.Emulator.AccessToken), options).PreflightAsync(Settings);

        report
            .Findings.Single(f => f.Severity == AcrPreflightSeverity.Warning)
            .Message.ShouldStartWith("This machine's clock is 01:00:00 ahead of the service's");
    }
}
