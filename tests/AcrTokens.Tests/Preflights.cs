using System.Globalization;
using NSubstitute;
using NSubstitute.ExceptionExtensions;

namespace AcrTokens.Tests;

/// <summary>The findings of a preflight.</summary>
public sealed class Preflights
{
    private static readonly string[] Rights =
    [
        "Microsoft.ContainerRegistry/registries/read",
        "Microsoft.ContainerRegistry/registries/tokens/read",
        "Microsoft.ContainerRegistry/registries/tokens/write",
        "Microsoft.ContainerRegistry/registries/tokens/delete",
        "Microsoft.ContainerRegistry/registries/tokens/operationStatuses/read",
        "Microsoft.ContainerRegistry/registries/generateCredentials/action",
        "Microsoft.ContainerRegistry/registries/scopeMaps/read",
        "Microsoft.ContainerRegistry/registries/scopeMaps/write",
        "Microsoft.ContainerRegistry/registries/scopeMaps/operationStatuses/read",
    ];

    private readonly AcrExecutor executor = Substitutes.Executor();
    private readonly SkippingClock clock = new();
    private readonly ListLogger log = new();
    private readonly AcrClient client;
    private AcrRegistry registry = new()
    {
        Id = Substitutes.Registry,
        LoginServer = "contoso.azurecr.io",
        Sku = "Basic",
        RoleAssignmentMode = "LegacyRegistryPermissions",
    };

    public Preflights()
    {
        client = new AcrClient(executor, new AcrClientOptions { TimeProvider = clock, Logger = log });
        executor.GetRegistryAsync(null!, default).ReturnsForAnyArgs(_ => registry with { ReadOn = registry.ReadOn ?? clock.GetUtcNow() });
        executor.GetPermissionsAsync(null!, default).ReturnsForAnyArgs([new AcrPermissionSet(["*"], [])]);
        Hold(3);
    }

    private static AcrTokenPreflightSettings Settings => new AcrTokenPreflightSettings().InRegistry();

    public static TheoryData<string> Needed => [.. Rights];

    [Fact]
    public async Task Of_a_good_registry_tell_what_it_is_and_nothing_bad()
    {
        var report = await RunAsync(Settings);

        report.IsGood.ShouldBeTrue();
        report.Findings.ShouldBe([
            new(
                AcrPreflightSeverity.Information,
                "Registry 'contoso': login server contoso.azurecr.io, SKU Basic, role assignments LegacyRegistryPermissions."
            ),
            new(AcrPreflightSeverity.Information, "Registry 'contoso' has 3 of the 100 tokens that SKU Basic holds."),
            new(AcrPreflightSeverity.Information, "The credential has the rights that a mint and its revocation need."),
        ]);
        log.Lines.ShouldBe(report.Findings.Select(f => $"Information: {f.Message}"));
    }

    [Fact]
    public async Task Write_nothing()
    {
        await RunAsync(Settings.SetScopeMap("_repositories_push"));

        executor.CallNames().ShouldBe(["GetRegistryAsync", "ListTokensAsync", "GetPermissionsAsync", "GetLocksAsync", "GetScopeMapIfExistsAsync"]);
    }

    [Theory]
    [InlineData("Basic", 89, AcrPreflightSeverity.Information)]
    [InlineData("Basic", 90, AcrPreflightSeverity.Warning)]
    [InlineData("Basic", 99, AcrPreflightSeverity.Warning)]
    [InlineData("Basic", 100, AcrPreflightSeverity.Error)]
    [InlineData("Standard", 449, AcrPreflightSeverity.Information)]
    [InlineData("standard", 450, AcrPreflightSeverity.Warning)]
    [InlineData("Standard", 500, AcrPreflightSeverity.Error)]
    [InlineData("Premium", 44_999, AcrPreflightSeverity.Information)]
    [InlineData("Premium", 45_000, AcrPreflightSeverity.Warning)]
    [InlineData("Premium", 50_000, AcrPreflightSeverity.Error)]
    public async Task Compare_the_number_of_tokens_with_the_quota(string sku, int tokens, AcrPreflightSeverity severity)
    {
        registry = registry with { Sku = sku };
        Hold(tokens);

        var report = await RunAsync(Settings);

        Single(report, "tokens that SKU").Severity.ShouldBe(severity);
        report.IsGood.ShouldBe(severity != AcrPreflightSeverity.Error);
        log.Lines.ShouldContain(l => l.StartsWith($"{severity}: ", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Classic")]
    [InlineData(null)]
    public async Task Do_not_guess_a_quota(string? sku)
    {
        registry = registry with { Sku = sku };

        var finding = Single(await RunAsync(Settings), "could not be checked");

        finding.ShouldBe(
            new(AcrPreflightSeverity.Information, $"The number of tokens could not be checked: the quota of SKU {sku ?? "(not said)"} is not known.")
        );
    }

    [Theory]
    [InlineData("00:05:00", null)]
    [InlineData("-00:05:00", null)]
    [InlineData("00:05:01", AcrPreflightSeverity.Warning)]
    [InlineData("-00:05:01", AcrPreflightSeverity.Warning)]
    [InlineData("03:00:00", AcrPreflightSeverity.Warning)]
    [InlineData("-00:45:00", AcrPreflightSeverity.Warning)]
    public async Task Compare_the_clocks(string ahead, AcrPreflightSeverity? severity)
    {
        var difference = TimeSpan.Parse(ahead, CultureInfo.InvariantCulture);
        registry = registry with { ReadOn = clock.GetUtcNow() - difference };

        var report = await RunAsync(Settings);

        report
            .Findings.SingleOrDefault(f => f.Message.StartsWith("This machine's clock", StringComparison.Ordinal))
            ?.Severity.ShouldBe(severity!.Value);
        report.Findings.Count(f => f.Severity != AcrPreflightSeverity.Information).ShouldBe(severity is null ? 0 : 1);
        if (severity is not null)
            Single(report, "clock")
                .Message.ShouldStartWith(
                    $"This machine's clock is {ahead.TrimStart('-')} {(difference > TimeSpan.Zero ? "ahead of" : "behind")} the service's"
                );
    }

    [Fact]
    public async Task Say_when_the_clocks_cannot_be_compared()
    {
        executor.GetRegistryAsync(null!, default).ReturnsForAnyArgs(registry);

        Single(await RunAsync(Settings), "clocks").Severity.ShouldBe(AcrPreflightSeverity.Information);
    }

    [Theory]
    [MemberData(nameof(Needed))]
    public async Task Name_each_right_that_is_missing(string action)
    {
        executor.GetPermissionsAsync(null!, default).ReturnsForAnyArgs([new AcrPermissionSet([.. Rights.Except([action])], [])]);

        var report = await RunAsync(Settings);

        report.IsGood.ShouldBeFalse();
        report
            .Findings.Single(f => f.Severity == AcrPreflightSeverity.Error)
            .Message.ShouldBe($"The credential lacks the right '{action}' on registry 'contoso': grant it a role that has it.");
    }

    [Fact]
    public async Task Name_every_right_where_none_is_there()
    {
        executor.GetPermissionsAsync(null!, default).ReturnsForAnyArgs([]);

        var report = await RunAsync(Settings);

        foreach (var action in Rights)
            report
                .Findings.Count(f => f.Severity == AcrPreflightSeverity.Error && f.Message.Contains($"'{action}'", StringComparison.Ordinal))
                .ShouldBe(1, action);
        report.Findings.ShouldNotContain(f => f.Message.StartsWith("The credential has the rights", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Add_what_several_roles_give_and_take_away_only_what_the_same_role_denies()
    {
        AcrPermissionSet reader = new(["*/read"], ["Microsoft.ContainerRegistry/*/operationStatuses/read"]);
        AcrPermissionSet writer = new(["Microsoft.ContainerRegistry/registries/*"], ["microsoft.containerregistry/registries/READ", "*/delete"]);
        executor.GetPermissionsAsync(null!, default).ReturnsForAnyArgs([reader, writer]);

        (await RunAsync(Settings))
            .Findings.Where(f => f.Severity == AcrPreflightSeverity.Error)
            .ShouldHaveSingleItem()
            .Message.ShouldContain("'Microsoft.ContainerRegistry/registries/tokens/delete'");
    }

    [Fact]
    public async Task Need_no_rights_on_scope_maps_where_one_is_named()
    {
        executor
            .GetPermissionsAsync(null!, default)
            .ReturnsForAnyArgs([new AcrPermissionSet([.. Rights.Where(r => !r.Contains("scopeMaps", StringComparison.Ordinal))], [])]);
        executor.GetScopeMapIfExistsAsync(null!, default).ReturnsForAnyArgs(SweptRegistry.ScopeMap("_repositories_push", TimeSpan.Zero));

        (await RunAsync(Settings.SetScopeMap("_repositories_push"))).IsGood.ShouldBeTrue();
        (await RunAsync(Settings)).Findings.Count(f => f.Severity == AcrPreflightSeverity.Error).ShouldBe(3);
    }

    [Fact]
    public async Task Need_not_read_a_registry_that_is_named_by_its_login_server()
    {
        executor.GetRegistryAsync(null!, default).ThrowsAsyncForAnyArgs(new AcrException("Could not read it.") { Status = 403 });
        executor.GetPermissionsAsync(null!, default).ReturnsForAnyArgs([new AcrPermissionSet([.. Rights.Skip(1)], [])]);

        var byLoginServer = await RunAsync(Settings.SetRegistryName("contoso.azurecr.io"));
        var byName = await RunAsync(Settings);

        byLoginServer.IsGood.ShouldBeTrue();
        byName
            .Findings.Where(f => f.Severity == AcrPreflightSeverity.Error)
            .Select(f => f.Message)
            .ShouldBe([
                "Could not read it. Or name the registry by its login server, which then need not be asked for.",
                "The credential lacks the right 'Microsoft.ContainerRegistry/registries/read' on registry 'contoso': grant it a role that has it.",
            ]);
    }

    [Fact]
    public async Task Say_of_a_registry_that_is_not_ready_that_it_may_refuse()
    {
        registry = registry with { ProvisioningState = AcrProvisioningState.Updating };

        Single(await RunAsync(Settings), "is in state Updating").Severity.ShouldBe(AcrPreflightSeverity.Warning);
    }

    [Fact]
    public async Task Never_guess_what_they_may_not_ask()
    {
        executor.GetPermissionsAsync(null!, default).ReturnsForAnyArgs((IReadOnlyList<AcrPermissionSet>?)null);
        executor.ListTokensAsync(null!, null!, default).ReturnsForAnyArgs(_ => Refuse());
        executor.GetScopeMapIfExistsAsync(null!, default).ThrowsAsyncForAnyArgs(new AcrException("May not look.") { Status = 403 });

        var report = await RunAsync(Settings.SetScopeMap("_repositories_push"));

        report.IsGood.ShouldBeTrue();
        report.Findings.Count(f => f.Message.Contains("could not be checked", StringComparison.Ordinal)).ShouldBe(3);
        report.Findings.ShouldAllBe(f => f.Severity == AcrPreflightSeverity.Information);
    }

    [Fact]
    public async Task Look_for_the_scope_map_that_is_named()
    {
        executor.GetScopeMapIfExistsAsync(null!, default).ReturnsForAnyArgs((AcrScopeMap?)null);

        Single(await RunAsync(Settings.SetScopeMap("mistyped")), "scope map")
            .ShouldBe(new(AcrPreflightSeverity.Error, "There is no scope map 'mistyped' of registry 'contoso'."));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(401)]
    [InlineData(404)]
    public async Task Report_a_failure_instead_of_failing(int status)
    {
        executor.GetRegistryAsync(null!, default).ThrowsAsyncForAnyArgs(new AcrException("Could not read registry 'contoso'.") { Status = status });

        var report = await RunAsync(Settings);

        report.IsGood.ShouldBeFalse();
        report.Findings.ShouldBe([new(AcrPreflightSeverity.Error, "Could not read registry 'contoso'.")]);
        log.Lines.ShouldBe(["Error: Could not read registry 'contoso'."]);
    }

    [Theory]
    [InlineData("ACTIONS_ID_TOKEN_REQUEST_URL", "GitHub Actions' id token, which lives about 5 minutes")]
    [InlineData("SYSTEM_OIDCREQUESTURI", "Azure Pipelines' id token, which lives about 10 minutes")]
    [InlineData("AZURE_FEDERATED_TOKEN_FILE", "the assertion in AZURE_FEDERATED_TOKEN_FILE")]
    public async Task Warn_of_a_lease_that_outlives_a_federated_sign_in(string variable, string kind)
    {
        var long_ = await RunAsync(Settings.SetLifetime(TimeSpan.FromMinutes(61)), v => v == variable ? "set" : null);
        var hour = await RunAsync(Settings.SetLifetime(TimeSpan.FromMinutes(60)), v => v == variable ? "set" : null);
        var elsewhere = await RunAsync(Settings.SetLifetime(TimeSpan.FromMinutes(61)), _ => null);

        Single(long_, "outlive")
            .ShouldSatisfyAllConditions(
                f => f.Severity.ShouldBe(AcrPreflightSeverity.Warning),
                f => f.Message.ShouldStartWith($"A lease of 01:01:00 may outlive the sign-in: that is by {kind}")
            );
        long_.IsGood.ShouldBeTrue();
        hour.Findings.ShouldNotContain(f => f.Severity != AcrPreflightSeverity.Information);
        elsewhere.Findings.ShouldNotContain(f => f.Severity != AcrPreflightSeverity.Information);
    }

    [Fact]
    public async Task Refuse_settings_that_are_wrong() =>
#pragma warning disable ACRT3002 // the refusal is under test
        (await Should.ThrowAsync<AcrException>(() => client.PreflightAsync(Settings.SetLifetime(TimeSpan.Zero).SetScopeMap("x"))))
#pragma warning restore ACRT3002
        .Message.ShouldBe(
            "AcrTokenPreflight was not started, nothing was sent: lifetime 00:00:00 is not positive; 'x' is not a scope map's name (5 to "
                + "50 letters, digits, hyphens and underscores)."
        );

    [Fact]
    public void Default_to_the_lifetime_of_a_mint() =>
        new AcrTokenPreflightSettings().ShouldSatisfyAllConditions(
            s => s.Lifetime.ShouldBe(new AcrTokenMintSettings().Lifetime),
            s => s.ScopeMap.ShouldBeNull()
        );

    private static AcrPreflightFinding Single(AcrPreflightReport report, string text) =>
        report.Findings.Single(f => f.Message.Contains(text, StringComparison.Ordinal));

    private Task<AcrPreflightReport> RunAsync(AcrTokenPreflightSettings settings, Func<string, string?>? variable = null) =>
        new Preflight(client, variable ?? (_ => null)).RunAsync(settings, default);

    private void Hold(int tokens) => executor.ListTokensAsync(null!, null!, default).ReturnsForAnyArgs(_ => List(tokens));

    private static async IAsyncEnumerable<AcrToken> List(int tokens)
    {
        await Task.CompletedTask;
        var token = SweptRegistry.Token("production");
        for (var i = 0; i < tokens; i++)
            yield return token;
    }

    private static async IAsyncEnumerable<AcrToken> Refuse()
    {
        await Task.CompletedTask;
        if (Rights.Length > 0)
            throw new AcrException("May not list.") { Status = 403 };
        yield break;
    }
}
