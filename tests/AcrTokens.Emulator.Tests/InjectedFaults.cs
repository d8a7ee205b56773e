using System.Net;
using System.Text.RegularExpressions;
using AcrTokens.Emulator.Tests.Support;

namespace AcrTokens.Emulator.Tests;

public partial class InjectedFaults : InProcess
{
    [Fact]
    public async Task Status_is_answered_instead_of_doing_what_was_asked()
    {
        Emulator.AddFault(new EmulatorFault("Tokens_Create") { Status = 503, RetryAfterSeconds = 7 });

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
        Emulator.AddFault(new EmulatorFault("Registries_Get") { Call = 2, Times = 2, Status = 500 });
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

        var refused = await Answer.Of(await Client.PostAsync(new Uri(Emulator.ResourceManagerEndpoint, "33333333-4444-5555-6666-777777777777/oauth2/v2.0/token"), form));

        refused.Status.ShouldBe(HttpStatusCode.ServiceUnavailable);
        ((string?)refused.Json["error"]).ShouldBe("temporarily_unavailable");
    }

    [Fact]
    public async Task Message_is_told_in_the_surface_s_own_form()
    {
        Emulator.AddFault(new EmulatorFault("Tokens_Create") { Status = 403, Code = "QuotaExceeded", Message = "There is no more room." });

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
        Emulator.AddFault(new EmulatorFault("Tokens_Delete") { Status = status, Body = body, RetryAfterSeconds = 3 });

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

        var known = Should.Throw<ArgumentException>(() => Emulator.AddFault(new EmulatorFault("None_Such") { Status = 500 })).Message.Split(' ', ',', '.');

        named.Count.ShouldBeGreaterThan(30);
        named.Where(name => !known.Contains(name)).ShouldBeEmpty("these belong in OperationNames.All");
    }

    [GeneratedRegex("\"([A-Z][A-Za-z0-9]+_[A-Z][a-z][A-Za-z0-9]+)\"")]
    private static partial Regex OperationName();
}
