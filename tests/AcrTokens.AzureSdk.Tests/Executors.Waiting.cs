using System.Net;
using Azure;

namespace AcrTokens.AzureSdk.Tests;

/// <summary>How executors wait for long-running operations.</summary>
public abstract partial class Executors
{
    [Fact]
    public async Task Take_no_operation_for_done_that_ended_otherwise()
    {
        await using var emulation = await Emulation.StartAsync();
        var executor = Make(emulation);
        emulation.Wire.Answer(
            "GET tokens/a-token/operationStatuses/",
            HttpStatusCode.OK,
            """{"status":"Failed","error":{"code":"NoLuck","message":"it broke"}}""",
            times: 1
        );
        emulation.Wire.Answer("GET tokens/a-token/operationStatuses/", HttpStatusCode.OK, """{"status":"Canceled"}""", times: 1);

        var failed = await Should.ThrowAsync<AcrException>(() => CreateAsync(executor, emulation));
        var canceled = await Should.ThrowAsync<AcrException>(() => CreateAsync(executor, emulation));

        failed.Message.ShouldBe(
            "Could not create token 'a-token' of registry 'myregistry' (200 NoLuck). The service began and ended with Failed. The service "
                + "says: it broke. Request id request-id-of-a-fault."
        );
        failed.NothingDone.ShouldBeFalse("the service had taken the request");
        canceled.Message.ShouldBe(
            "Could not create token 'a-token' of registry 'myregistry' (200 Canceled). The service began and ended with Canceled. Request "
                + "id request-id-of-a-fault."
        );
    }

    [Fact]
    public async Task Tell_a_refusal_after_the_service_began_from_one_before()
    {
        await using var emulation = await Emulation.StartAsync();
        emulation.Wire.Answer(
            "GET tokens/a-token/operationStatuses/",
            HttpStatusCode.BadRequest,
            """{"error":{"code":"NoLuck","message":"it broke"}}""",
            times: 1
        );

        var failure = await Should.ThrowAsync<AcrException>(() => CreateAsync(Make(emulation), emulation));

        failure.Message.ShouldStartWith("Could not create token 'a-token' of registry 'myregistry' (400 NoLuck). The service says: it broke");
        failure.NothingDone.ShouldBeFalse("the service had taken the request");
        emulation.Emulator.Tokens.ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData(HttpStatusCode.Unauthorized)]
    [InlineData(HttpStatusCode.Forbidden)]
    public async Task Ask_for_the_token_where_its_operation_may_not_be_asked_for(HttpStatusCode status)
    {
        await using var emulation = await Emulation.StartAsync(o => o with { CreationDelay = TimeSpan.FromSeconds(5) });
        emulation.Wire.Answer("GET tokens/a-token/operationStatuses/", status, Denied);

        var token = await CreateAsync(Make(emulation), emulation);

        token.ProvisioningState.ShouldBe(AcrProvisioningState.Succeeded);
        emulation.Wire.Sent[^1].ShouldBe("GET tokens/a-token");
    }

    [Fact]
    public async Task Tell_of_a_failure_that_only_the_token_shows()
    {
        await using var emulation = await Emulation.StartAsync();
        emulation.Wire.Answer("GET tokens/a-token/operationStatuses/", HttpStatusCode.Forbidden, Denied);
        emulation.Wire.Answer("GET tokens/a-token", HttpStatusCode.OK, """{"id":"/subscriptions/x","properties":{"provisioningState":"Failed"}}""");

        var failure = await Should.ThrowAsync<AcrException>(() => CreateAsync(Make(emulation), emulation));

        failure.Message.ShouldStartWith(
            "Could not create token 'a-token' of registry 'myregistry' (200 Failed). The service began and ended with Failed."
        );
    }

    [Theory]
    [InlineData(HttpStatusCode.Unauthorized)]
    [InlineData(HttpStatusCode.Forbidden)]
    public async Task Ask_whether_a_token_is_gone_where_the_deletes_result_may_not_be_asked_for(HttpStatusCode status)
    {
        await using var emulation = await Emulation.StartAsync();
        var executor = Make(emulation);
        await CreateAsync(executor, emulation);
        emulation.Wire.Answer("GET /providers/Microsoft.ContainerRegistry/locations/", status, Denied);

        await executor.DeleteTokenAsync(emulation.Token, WaitUntil.Completed, default);

        emulation.Wire.Sent[^1].ShouldBe("GET tokens/a-token");
        emulation.Emulator.Tokens.ShouldBeEmpty();
    }

    [Fact]
    public async Task Take_a_time_without_an_offset_for_utc()
    {
        await using var emulation = await Emulation.StartAsync();
        emulation.Wire.Answer(
            "GET tokens/a-token",
            HttpStatusCode.OK,
            $$$$"""{"id":"{{{{emulation.Token}}}}","properties":{"creationDate":"2026-11-21T05:00:00.1234567","credentials":{"passwords":[{"name":"password1","expiry":"2026-11-21T06:00:00"}]}}}"""
        );

        var token = (await Make(emulation).GetTokenIfExistsAsync(emulation.Token, default))!;

        TimeZoneInfo.Local.BaseUtcOffset.ShouldNotBe(TimeSpan.Zero, "else this test would see nothing");
        token.CreatedOn.ShouldBe(new DateTimeOffset(2026, 11, 21, 5, 0, 0, TimeSpan.Zero).AddTicks(1234567));
        token.Passwords.ShouldHaveSingleItem().ExpiresOn.ShouldBe(new DateTimeOffset(2026, 11, 21, 6, 0, 0, TimeSpan.Zero));
    }

    [Fact]
    public async Task Tell_of_an_answer_that_cannot_be_read()
    {
        await using var emulation = await Emulation.StartAsync(o => o with { AdminUserEnabled = true });
        var executor = Make(emulation);
        emulation.Wire.Answer(
            "GET tokens/a-token",
            HttpStatusCode.OK,
            $$$"""{"id":"{{{emulation.Token}}}","properties":{"scopeMapId":""}}""",
            times: 1
        );
        emulation.Wire.Answer(
            "GET tokens/a-token",
            HttpStatusCode.OK,
            $$$"""{"id":"{{{emulation.Token}}}","properties":{"creationDate":"yesterday"}}""",
            times: 1
        );
        emulation.Wire.Answer("GET tokens/a-token", HttpStatusCode.OK, $$$"""{"id":"{{{emulation.Token}}}","properties":{"status":7}}""", times: 1);
        emulation.Wire.Answer("GET tokens/a-token", HttpStatusCode.OK, "[]", times: 1);

        for (var answer = 0; answer < 4; answer++)
            (await Should.ThrowAsync<AcrException>(() => executor.GetTokenIfExistsAsync(emulation.Token, default))).Message.ShouldMatch(
                "^Could not read token 'a-token' of registry 'myregistry': Resource Manager's answer( \\(200\\))? cannot be read\\."
            );
    }

    [Fact]
    public async Task Ask_for_the_token_where_its_operations_address_has_vanished()
    {
        await using var emulation = await Emulation.StartAsync(o => o with { CreationDelay = TimeSpan.FromSeconds(5) });
        emulation.Wire.Answer("GET tokens/a-token/operationStatuses/", HttpStatusCode.NotFound);

        var token = await CreateAsync(Make(emulation), emulation);

        token.ProvisioningState.ShouldBe(AcrProvisioningState.Succeeded);
        token.ScopeMapId!.Name.ShouldBe("_repositories_pull");
        emulation.Wire.Sent[^1].ShouldBe("GET tokens/a-token");
    }

    [Fact]
    public async Task Ask_whether_a_token_is_gone_where_the_deletes_result_has_vanished()
    {
        await using var emulation = await Emulation.StartAsync();
        var executor = Make(emulation);
        await CreateAsync(executor, emulation);
        emulation.Wire.Answer(
            "GET /providers/Microsoft.ContainerRegistry/locations/",
            HttpStatusCode.NotFound,
            """{"error":{"code":"NotFound","message":"not here"}}"""
        );
        emulation.Wire.Sent.Clear();
        emulation.Wire.Answer(
            "GET tokens/a-token",
            HttpStatusCode.OK,
            $$$"""{"id":"{{{emulation.Token}}}","properties":{"provisioningState":"Deleting"}}""",
            times: 4
        );

        await executor.DeleteTokenAsync(emulation.Token, WaitUntil.Completed, default);

        emulation.Wire.Sent[^3..].ShouldAllBe(s => s == "GET tokens/a-token");
        emulation.Emulator.Tokens.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Find_the_end_of_a_creation_soon_whatever_wait_the_service_suggests(bool suggestsTen)
    {
        await using var emulation = await Emulation.StartAsync(o =>
            o with
            {
                CreationDelay = TimeSpan.FromSeconds(1.5),
                SendRetryAfter = suggestsTen,
            }
        );
        var start = emulation.Clock.GetUtcNow();

        await CreateAsync(Make(emulation), emulation);

        (emulation.Clock.GetUtcNow() - start).ShouldBeInRange(TimeSpan.FromSeconds(1.5), TimeSpan.FromSeconds(2));
    }

    [Fact]
    public async Task Do_not_wait_for_ever()
    {
        await using var emulation = await Emulation.StartAsync(o => o with { CreationDelay = TimeSpan.FromHours(1) });

        var failure = await Should.ThrowAsync<AcrException>(() => CreateAsync(Make(emulation), emulation));

        failure.Message.ShouldBe(
            "Could not create token 'a-token' of registry 'myregistry': the service has not finished after 00:05:00. It may still do so."
        );
        failure.NothingDone.ShouldBeFalse();
    }
}
