using System.Net;
using AcrTokens.Emulator.Tests.Support;

namespace AcrTokens.Emulator.Tests;

/// <summary>Restrictions that companies put around a registry: each alone, with its error in the service's form.</summary>
public class Simulated : InProcess
{
    private const string ScopeMapBody = """{"properties":{"actions":["repositories/app/content/read"]}}""";
    private const string Disable = """{"properties":{"status":"disabled"}}""";
    private const string Enable = """{"properties":{"status":"enabled"}}""";

    [Fact]
    public async Task Modify_policy_disables_a_new_token_and_says_so_in_its_status_alone()
    {
        Emulator.Simulations = new() { TokenPolicy = EmulatorTokenPolicy.Modify };

        var made = await Arm.PutToken("builder");
        var password = (string)(await Arm.Generate("builder", "password1")).Json["passwords"]![0]!["value"]!;

        made.Status.ShouldBe(HttpStatusCode.Created);
        ((string?)made.Properties["status"]).ShouldBe("disabled");
        ((string?)(await Arm.Patch("/tokens/builder", Enable)).Properties["status"]).ShouldBe("disabled");
        (await Registry.LogIn("builder", password)).Status.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Deny_policy_refuses_what_would_be_enabled_and_names_itself()
    {
        await Arm.PutToken("before");
        Emulator.Simulations = new() { TokenPolicy = EmulatorTokenPolicy.Deny };

        var refused = await Arm.PutToken("builder");

        refused.Status.ShouldBe(HttpStatusCode.Forbidden);
        refused.ErrorCode.ShouldBe("RequestDisallowedByPolicy");
        ((string?)refused.Json["error"]!["target"]).ShouldBe("builder");
        ((string?)refused.Json["error"]!["message"]).ShouldStartWith(
            """Resource 'builder' was disallowed by policy. Policy identifiers: '[{"policyAssignment":{"name":"Container registries should"""
        );
        var info = refused.Json["error"]!["additionalInfo"]!.AsArray().ShouldHaveSingleItem()!;
        ((string?)info["type"]).ShouldBe("PolicyViolation");
        ((string?)info["info"]!["policyDefinitionName"]).ShouldBe("ff05e24e-195c-447e-b322-5e90c9f9f366");
        ((string?)info["info"]!["policyDefinitionEffect"]).ShouldBe("Deny");
        refused.Json["status"].ShouldBeNull();
        Emulator.Tokens.ShouldHaveSingleItem().Name.ShouldBe("before");
        (await Arm.Patch("/tokens/before", """{"properties":{}}""")).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await Arm.Patch("/tokens/before", Disable)).Status.ShouldBe(HttpStatusCode.Created);
    }

    [Fact]
    public async Task Delete_lock_keeps_what_there_is_and_lets_the_rest_be_done()
    {
        await Arm.PutToken("builder");
        Emulator.Simulations = new() { Lock = EmulatorLock.CanNotDelete };

        var refused = await Arm.Delete("/tokens/builder");

        refused.Status.ShouldBe(HttpStatusCode.Conflict);
        refused.ErrorCode.ShouldBe("ScopeLocked");
        ((string?)refused.Json["error"]!["message"]).ShouldBe(
            $"The scope '{Arm.Registry}/tokens/builder' cannot perform delete operation because following scope(s) are locked: "
                + $"'{Arm.Registry}'. Please remove the lock and try again."
        );
        (await Arm.Patch("/tokens/builder", Disable)).Status.ShouldBe(HttpStatusCode.Created);
        Emulator.Tokens.ShouldHaveSingleItem().Enabled.ShouldBeFalse();
    }

    [Fact]
    public async Task Read_only_lock_lets_nothing_be_written_or_generated()
    {
        await Arm.PutToken("builder");
        Emulator.Simulations = new() { Lock = EmulatorLock.ReadOnly };

        foreach (
            var refused in new[]
            {
                await Arm.PutToken("another"),
                await Arm.Patch("/tokens/builder", Disable),
                await Arm.Delete("/tokens/builder"),
                await Arm.Generate("builder"),
                await Arm.Post("/listCredentials"),
            }
        )
        {
            refused.Status.ShouldBe(HttpStatusCode.Conflict);
            refused.ErrorCode.ShouldBe("ScopeLocked");
        }

        ((string?)(await Arm.Generate("builder")).Json["error"]!["message"]).ShouldStartWith(
            $"The scope '{Arm.Registry}' cannot perform write operation"
        );
        (await Arm.Get("/tokens/builder")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Disabled_subscription_can_only_be_read()
    {
        Emulator.Simulations = new() { SubscriptionDisabled = true };

        foreach (var refused in new[] { await Arm.PutToken("builder"), await Arm.Post("/listCredentials"), await Arm.Delete("/tokens/builder") })
        {
            refused.Status.ShouldBe(HttpStatusCode.Conflict);
            refused.ErrorCode.ShouldBe("ReadOnlyDisabledSubscription");
        }

        (await Arm.Get("/tokens")).Status.ShouldBe(HttpStatusCode.OK);
        ((string?)(await Arm.Get(Arm.Subscription)).Json["state"]).ShouldBe("Disabled");
    }

    [Theory]
    [InlineData("/v2/")]
    [InlineData("/v2/samples/app/manifests/v1")]
    [InlineData("/oauth2/token?service=localhost:5000")]
    public async Task Firewall_names_the_client_s_address(string path)
    {
        Emulator.Simulations = new() { Firewall = true };

        var refused = await Registry.Get(path);

        refused.Status.ShouldBe(HttpStatusCode.Forbidden);
        refused.ErrorCode.ShouldBe("DENIED");
        ((string?)refused.Json["errors"]![0]!["message"]).ShouldBe(
            "client with IP '127.0.0.1' is not allowed access. Refer https://aka.ms/acr/firewall to grant access."
        );
        (await Arm.PutToken("builder")).Status.ShouldBe(HttpStatusCode.Created);
        ((string?)(await Arm.Get("")).Properties["networkRuleSet"]!["defaultAction"]).ShouldBe("Deny");
    }

    public static TheoryData<string, string, string, string> Rights =>
        new()
        {
            { "PUT", "/tokens/builder", """{"properties":{}}""", "registries/tokens/write" },
            { "PATCH", "/tokens/builder", Disable, "registries/tokens/write" },
            { "GET", "/tokens/builder", "", "registries/tokens/read" },
            { "GET", "/tokens", "", "registries/tokens/read" },
            { "DELETE", "/tokens/builder", "", "registries/tokens/delete" },
            { "PUT", "/scopeMaps/ci-map", ScopeMapBody, "registries/scopeMaps/write" },
            { "GET", "/scopeMaps/ci-map", "", "registries/scopeMaps/read" },
            { "DELETE", "/scopeMaps/ci-map", "", "registries/scopeMaps/delete" },
            { "POST", "/generateCredentials", "{}", "registries/generateCredentials/action" },
            { "POST", "/listCredentials", "", "registries/listCredentials/action" },
            { "POST", "/regenerateCredential", "{}", "registries/regenerateCredential/action" },
            { "GET", "", "", "registries/read" },
            { "PATCH", "", "{}", "registries/write" },
            { "GET", "/tokens/builder/operationStatuses/token-1", "", "registries/tokens/operationStatuses/read" },
            { "GET", "/scopeMaps/ci-map/operationStatuses/token-1", "", "registries/scopeMaps/operationStatuses/read" },
            {
                "GET",
                Arm.Subscription + "/providers/Microsoft.ContainerRegistry/locations/WESTEUROPE/operationResults/token-1",
                "",
                "locations/operationResults/read"
            },
        };

    [Theory]
    [MemberData(nameof(Rights))]
    public async Task Missing_right_is_told_by_its_name(string method, string path, string body, string right)
    {
        var name = "Microsoft.ContainerRegistry/" + right;
        Emulator.Simulations = new() { MissingRights = [name.ToUpperInvariant()] };

        var refused = await Arm.Send(new HttpMethod(method), path, body.Length > 0 ? body : null);

        refused.Status.ShouldBe(HttpStatusCode.Forbidden);
        refused.ErrorCode.ShouldBe("AuthorizationFailed");
        ((string?)refused.Json["error"]!["message"]).ShouldStartWith(
            $"The client '{Emulator.ClientId}' with object id '{Emulator.ClientId}' does not have authorization to perform action '{name}' "
                + "over scope '/subscriptions/"
        );
        Emulator.Simulations = new();
        (await Arm.Send(new HttpMethod(method), path, body.Length > 0 ? body : null)).Status.ShouldNotBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Who_may_not_read_a_registry_is_not_told_of_it()
    {
        Emulator.Simulations = new() { MissingRights = ["Microsoft.ContainerRegistry/registries/read"] };

        (await Arm.Get(Arm.Subscription + "/resources")).Json["value"]!.AsArray().ShouldBeEmpty();
    }

    [Theory]
    [InlineData(404)]
    [InlineData(200)]
    public async Task Proxy_answers_everything_with_a_page(int status)
    {
        await Arm.PutToken("builder");
        Emulator.Simulations = new() { HtmlProxy = status };

        foreach (var page in new[] { await Arm.Delete("/tokens/builder"), await Registry.Get("/v2/"), await Registry.Get("/oauth2/token") })
        {
            ((int)page.Status).ShouldBe(status);
            page.ContentHeaders.ContentType!.MediaType.ShouldBe("text/html");
            page.Text.ShouldStartWith("<!DOCTYPE html>");
            page.Header("x-ms-request-id").ShouldBeNull();
        }

        Emulator.Tokens.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Clock_ahead_is_told_by_every_surface_and_counts_for_expiries()
    {
        Emulator.Simulations = new() { ClockAhead = TimeSpan.FromMinutes(45) };
        var now = Clock.GetUtcNow() + TimeSpan.FromMinutes(45);

        (await Arm.Get("")).Headers.Date.ShouldBe(now);
        (await Registry.Get("/v2/")).Headers.Date.ShouldBe(now);
        (await Registry.Get("/nothing")).Headers.Date.ShouldBe(now);
        var password = await Arm.Mint("builder", expiry: "2026-03-01T12:30:00Z");
        (await Registry.LogIn("builder", password)).Status.ShouldBe(HttpStatusCode.Unauthorized);

        Emulator.AdvanceClock(TimeSpan.FromMinutes(-45));
        Emulator.Simulations.ClockAhead.ShouldBe(TimeSpan.Zero);
        (await Registry.LogIn("builder", password)).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Simulations_of_the_options_hold_from_the_start()
    {
        await using var emulator = await AcrEmulator.StartInProcessAsync(
            new()
            {
                TimeProvider = Clock,
                Simulations = new() { Lock = EmulatorLock.ReadOnly, ClockAhead = TimeSpan.FromHours(1) },
            }
        );
        using var client = new HttpClient(emulator.CreateHandler());

        var refused = await new Arm(emulator, client).PutToken("builder");

        refused.ErrorCode.ShouldBe("ScopeLocked");
        refused.Headers.Date.ShouldBe(Clock.GetUtcNow() + TimeSpan.FromHours(1));
    }

    [Fact]
    public void What_cannot_be_simulated_changes_nothing()
    {
        Emulator.Simulations = new() { Firewall = true };

        Should.Throw<ArgumentException>(() => Emulator.Simulations = new() { HtmlProxy = 99 });
        Should.Throw<ArgumentException>(() => Emulator.Simulations = new() { ClockAhead = TimeSpan.MinValue });

        Emulator.Simulations.Firewall.ShouldBeTrue();
    }
}
