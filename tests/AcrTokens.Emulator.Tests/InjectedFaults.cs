using System.Net;
using System.Text.RegularExpressions;
using AcrTokens.Emulator.Tests.Support;

namespace AcrTokens.Emulator.Tests;

public partial class InjectedFaults : InProcess
{
    [Fact]
    public async Task Status_is_answered_instead_of_doing_what_was_asked()
    {
        Emulator.AddFault(new EmulatorFault("Tokens_Create") { Status = 503, RetryAfter = "7" });

        var refused = await Arm.PutToken("builder");

        refused.Status.ShouldBe(HttpStatusCode.ServiceUnavailable);
        refused.ErrorCode.ShouldBe("InjectedFault");
        refused.Header("Retry-After").ShouldBe("7");
        refused.Header("x-ms-request-id").ShouldNotBeNull();
        Emulator.Tokens.ShouldBeEmpty();
        (await Arm.PutToken("builder")).Status.ShouldBe(HttpStatusCode.Created);
    }

    [Fact]
    public async Task Call_and_times_say_which_calls_it_meets()
    {
        Emulator.AddFault(
            new EmulatorFault("Registries_Get")
            {
                Call = 2,
                Times = 2,
                Status = 500,
            }
        );
        List<int> statuses = [];
        for (var i = 0; i < 5; i++)
        {
            await Arm.Get("/tokens");
            statuses.Add((int)(await Arm.Get("")).Status);
        }

        statuses.ShouldBe([200, 500, 500, 200, 200]);
        Emulator.Faults.ShouldBeEmpty();
    }

    [Fact]
    public async Task Dropped_request_was_never_looked_at()
    {
        Emulator.AddFault(new EmulatorFault("Tokens_Create") { Drop = EmulatorDrop.Request });

        await Should.ThrowAsync<Exception>(() => Arm.PutToken("builder"));

        Emulator.Tokens.ShouldBeEmpty();
    }

    [Fact]
    public async Task Dropped_answer_leaves_what_was_done()
    {
        Emulator.AddFault(new EmulatorFault("Tokens_Create") { Drop = EmulatorDrop.Answer });

        await Should.ThrowAsync<Exception>(() => Arm.PutToken("builder"));

        Emulator.Tokens.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Half_an_answer_leaves_what_was_done()
    {
        Emulator.AddFault(new EmulatorFault("Tokens_Create") { Drop = EmulatorDrop.HalfAnswer });
        using var request = Arm.Request(HttpMethod.Put, "/tokens/builder", Arm.TokenBody());

        using var answer = await Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);

        answer.StatusCode.ShouldBe(HttpStatusCode.Created);
        await Should.ThrowAsync<Exception>(() => answer.Content.ReadAsStringAsync());
        Emulator.Tokens.ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData(EmulatorSilence.Request, 0)]
    [InlineData(EmulatorSilence.Answer, 1)]
    public async Task Silent_request_ends_when_the_client_gives_up(EmulatorSilence silence, int tokens)
    {
        Emulator.AddFault(new EmulatorFault("Tokens_Create") { Silence = silence, Hold = "mint" });
        using var patience = new CancellationTokenSource();
        var asked = AskAsync();
        await Emulator.WaitForHoldAsync("mint");

        await patience.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => asked);
        Emulator.Tokens.Count.ShouldBe(tokens);

        async Task AskAsync()
        {
            using var request = Arm.Request(HttpMethod.Put, "/tokens/builder", Arm.TokenBody());
            using var answer = await Client.SendAsync(request, patience.Token);
        }
    }

    [Fact]
    public async Task Silence_without_a_name_has_no_end()
    {
        Emulator.AddFault(new EmulatorFault("Tokens_Create") { Silence = EmulatorSilence.Request });
        using var request = Arm.Request(HttpMethod.Put, "/tokens/builder", Arm.TokenBody());
        using var patience = new CancellationTokenSource(TimeSpan.FromMilliseconds(50));

        await Should.ThrowAsync<OperationCanceledException>(() => Client.SendAsync(request, patience.Token));

        Emulator.Tokens.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(EmulatorSilence.Request)]
    [InlineData(EmulatorSilence.Answer)]
    public async Task Released_request_goes_on_as_if_nothing_had_been(EmulatorSilence silence)
    {
        Emulator.AddFault(
            new EmulatorFault("Tokens_Create")
            {
                Silence = silence,
                Hold = "mint",
                Times = 2,
            }
        );
        var first = Arm.PutToken("builder");
        await Emulator.WaitForHoldAsync("mint");
        first.IsCompleted.ShouldBeFalse();

        Emulator.Release("mint");

        (await first).Status.ShouldBe(HttpStatusCode.Created);
        (await Arm.PutToken("another")).Status.ShouldBe(HttpStatusCode.Created);
    }

    [Fact]
    public async Task Cleared_faults_hold_nothing()
    {
        Emulator.AddFault(new EmulatorFault("Tokens_Create") { Silence = EmulatorSilence.Request, Hold = "mint" });
        var held = Arm.PutToken("builder");
        await Emulator.WaitForHoldAsync("mint");

        Emulator.ClearFaults();

        (await held).Status.ShouldBe(HttpStatusCode.Created);
    }

    [Fact]
    public async Task Header_says_whose_requests_it_meets()
    {
        Emulator.AddFault(new EmulatorFault("Registries_Get") { Header = "X-Build: 42", Status = 403 });

        (await Arm.Get("")).Status.ShouldBe(HttpStatusCode.OK);
        Client.DefaultRequestHeaders.Add("x-build", "43");
        (await Arm.Get("")).Status.ShouldBe(HttpStatusCode.OK);
        Client.DefaultRequestHeaders.Remove("x-build");
        Client.DefaultRequestHeaders.Add("x-build", "42");
        (await Arm.Get("")).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Poll_is_met_by_what_it_polls()
    {
        Emulator.AddFault(new EmulatorFault("Tokens_Update.Poll") { Status = 200, Body = """{"status":"Updating"}""" });
        var created = await Arm.PutToken("builder");
        var updated = await Arm.Patch("/tokens/builder", """{"properties":{"status":"disabled"}}""");

        ((string?)(await Arm.Get(created.Header("Azure-AsyncOperation")!)).Json["status"]).ShouldBe("Succeeded");
        ((string?)(await Arm.Get(updated.Header("Azure-AsyncOperation")!)).Json["status"]).ShouldBe("Updating");
        ((string?)(await Arm.Get(updated.Header("Azure-AsyncOperation")!)).Json["status"]).ShouldBe("Succeeded");
    }

    [Fact]
    public async Task Several_operations_are_counted_together()
    {
        Emulator.AddFault(new EmulatorFault("Registries_Get, Tokens_List") { Call = 2, Status = 503 });

        (await Arm.Get("/tokens")).Status.ShouldBe(HttpStatusCode.OK);
        (await Arm.Get("")).Status.ShouldBe(HttpStatusCode.ServiceUnavailable);
        (await Arm.Get("/tokens")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Patched_request_is_what_is_done()
    {
        Emulator.AddFault(new EmulatorFault("Registries_GenerateCredentials") { RequestPatch = """{"expiry":null}""" });

        await Arm.Mint("builder", expiry: "2026-03-01T12:30:00Z");

        Emulator.Tokens.ShouldHaveSingleItem().ExpiresOn.ShouldBeNull();
    }

    [Fact]
    public async Task Patched_answer_is_not_what_was_done()
    {
        Emulator.AddFault(
            new EmulatorFault("Tokens_Create")
            {
                AnswerPatch = """{"properties":{"status":"disabled","policy":{"name":"none","rule":null},"scopeMapId":null}}""",
            }
        );

        var answer = await Arm.PutToken("builder");

        ((string?)answer.Properties["status"]).ShouldBe("disabled");
        answer.Properties["policy"]!.ToJsonString().ShouldBe("""{"name":"none"}""");
        answer.Properties["scopeMapId"].ShouldBeNull();
        answer.Properties["provisioningState"].ShouldNotBeNull();
        Emulator.Tokens.ShouldHaveSingleItem().Enabled.ShouldBeTrue();
    }

    [Fact]
    public async Task Patch_leaves_a_refusal_alone()
    {
        Emulator.AddFault(new EmulatorFault("Tokens_Get") { AnswerPatch = """{"error":null}""" });

        (await Arm.Get("/tokens/absent")).ErrorCode.ShouldBe("ResourceNotFound");
    }

    [Fact]
    public async Task Date_is_off_in_one_answer()
    {
        Emulator.AddFault(new EmulatorFault("Registries_Get") { DateAhead = TimeSpan.FromMinutes(-10) });

        (await Arm.Get("")).Headers.Date.ShouldBe(Clock.GetUtcNow() - TimeSpan.FromMinutes(10));
        (await Arm.Get("")).Headers.Date.ShouldBe(Clock.GetUtcNow());
    }

    [Fact]
    public async Task Delayed_request_is_answered_all_the_same()
    {
        Emulator.AddFault(new EmulatorFault("Registries_Get") { Delay = TimeSpan.FromMilliseconds(1) });

        (await Arm.Get("")).Status.ShouldBe(HttpStatusCode.OK);
        Emulator.Faults.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("Registry_Ping", "DENIED")]
    [InlineData("*", "DENIED")]
    public async Task Registry_answers_in_its_own_form(string operation, string code)
    {
        Emulator.AddFault(new EmulatorFault(operation) { Status = 403, Code = code });

        var refused = await Registry.Get("/v2/");

        refused.Status.ShouldBe(HttpStatusCode.Forbidden);
        ((string?)refused.Json["errors"]![0]!["code"]).ShouldBe(code);
    }

    [Fact]
    public async Task Authority_answers_in_its_own_form()
    {
        Emulator.AddFault(new EmulatorFault("Authority_Token") { Status = 503, Code = "temporarily_unavailable" });
        using var form = new FormUrlEncodedContent([]);

        var refused = await Answer.Of(
            await Client.PostAsync(new Uri(Emulator.ResourceManagerEndpoint, "33333333-4444-5555-6666-777777777777/oauth2/v2.0/token"), form)
        );

        refused.Status.ShouldBe(HttpStatusCode.ServiceUnavailable);
        ((string?)refused.Json["error"]).ShouldBe("temporarily_unavailable");
    }

    [Fact]
    public async Task Message_is_told_in_the_surface_s_own_form()
    {
        Emulator.AddFault(
            new EmulatorFault("Tokens_Create")
            {
                Status = 403,
                Code = "QuotaExceeded",
                Message = "There is no more room.",
            }
        );

        var refused = await Arm.PutToken("builder");

        refused.ErrorCode.ShouldBe("QuotaExceeded");
        ((string?)refused.Json["error"]!["message"]).ShouldBe("There is no more room.");
    }

    [Theory]
    [InlineData(404, "<html>Not here.</html>", "text/html")]
    [InlineData(409, """{"error":{"code":"ScopeLocked"}}""", "application/json")]
    [InlineData(200, "", "application/json")]
    public async Task Body_is_answered_as_it_is(int status, string body, string type)
    {
        Emulator.AddFault(
            new EmulatorFault("Tokens_Delete")
            {
                Status = status,
                Body = body,
                RetryAfter = "3",
            }
        );

        var answer = await Arm.Delete("/tokens/builder");

        ((int)answer.Status).ShouldBe(status);
        answer.Text.ShouldBe(body);
        answer.ContentHeaders.ContentType!.MediaType.ShouldBe(type);
        answer.Header("Retry-After").ShouldBe("3");
    }

    [Fact]
    public async Task Cleared_faults_meet_nothing()
    {
        Emulator.AddFault(new EmulatorFault("*") { Status = 500, Times = 1000 });
        Emulator.ClearFaults();

        (await Arm.Get("")).Status.ShouldBe(HttpStatusCode.OK);
    }

    public static TheoryData<EmulatorFault> Impossible =>
        [
            new EmulatorFault("Tokens_Create"),
            new EmulatorFault("Tokens_Shred") { Status = 500 },
            new EmulatorFault("Tokens_Create") { Status = 200 },
            new EmulatorFault("Tokens_Create") { Status = 500, Drop = EmulatorDrop.Request },
            new EmulatorFault("Tokens_Create") { Status = 500, Call = 0 },
            new EmulatorFault("Tokens_Create") { Status = 500, Times = 0 },
            new EmulatorFault("Tokens_Create") { Delay = TimeSpan.FromSeconds(-1) },
            new EmulatorFault("Tokens_Create") { Delay = TimeSpan.MaxValue },
            new EmulatorFault("Tokens_Create") { Body = "{}", Drop = EmulatorDrop.Answer },
            new EmulatorFault("Tokens_Create") { Status = 100, Body = "{}" },
            new EmulatorFault("Tokens_Create,Tokens_Shred") { Status = 500 },
            new EmulatorFault("Tokens_Get.Poll") { Status = 500 },
            new EmulatorFault("Tokens_Create") { Status = 500, Silence = EmulatorSilence.Request },
            new EmulatorFault("Tokens_Create") { Drop = EmulatorDrop.Answer, Silence = EmulatorSilence.Request },
            new EmulatorFault("Tokens_Create") { Status = 500, Hold = "mint" },
            new EmulatorFault("Tokens_Create") { Status = 500, Header = "42" },
            new EmulatorFault("Tokens_Create") { Status = 500, RetryAfter = "1\r\nx: y" },
            new EmulatorFault("Tokens_Create") { Drop = EmulatorDrop.Answer, RetryAfter = "1" },
            new EmulatorFault("Tokens_Create") { Status = 500, AnswerPatch = "{}" },
            new EmulatorFault("Tokens_Create") { AnswerPatch = "[]" },
            new EmulatorFault("Tokens_Create") { RequestPatch = "{" },
            new EmulatorFault("Tokens_Create") { DateAhead = TimeSpan.MaxValue },
        ];

    [Theory]
    [MemberData(nameof(Impossible))]
    public void Fault_that_can_do_nothing_is_refused(EmulatorFault fault) => Should.Throw<ArgumentException>(() => Emulator.AddFault(fault));

    [Fact]
    public async Task Moved_clock_expires_a_password()
    {
        var password = await Arm.Mint("builder", expiry: "2026-03-01T12:30:00Z");
        Emulator.AdvanceClock(TimeSpan.FromMinutes(30));

        (await Registry.LogIn("builder", password)).Status.ShouldBe(HttpStatusCode.Unauthorized);
        Emulator.AdvanceClock(TimeSpan.FromMinutes(-1));
        (await Registry.LogIn("builder", password)).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public void Can_be_on_any_operation_that_the_source_names()
    {
        var sources = Directory.EnumerateFiles(Path.Combine(RepositoryRoot.Path, "src", "AcrTokens.Emulator"), "*.cs", SearchOption.AllDirectories);
        var named = sources.SelectMany(file => OperationName().Matches(File.ReadAllText(file))).Select(match => match.Groups[1].Value).ToHashSet();

        var known = Should
            .Throw<ArgumentException>(() => Emulator.AddFault(new EmulatorFault("None_Such") { Status = 500 }))
            .Message.Split(' ', ',', '.');

        named.Count.ShouldBeGreaterThan(30);
        named.Where(name => !known.Contains(name)).ShouldBeEmpty("these belong in OperationNames.All");
    }

    [GeneratedRegex("\"([A-Z][A-Za-z0-9]+_[A-Z][a-z][A-Za-z0-9]+)\"")]
    private static partial Regex OperationName();
}
