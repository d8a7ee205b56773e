using System.Net;
using System.Text.Json.Nodes;
using AcrTokens.Emulator.Tests.Support;

namespace AcrTokens.Emulator.Tests;

public class GeneratedCredentials : InProcess
{
    [Fact]
    public async Task Without_a_name_both_passwords_are_made()
    {
        await Arm.PutToken("builder");

        var passwords = (await Arm.Generate("builder", expiry: "2100-12-31T12:59:59.000Z")).Json["passwords"]!.AsArray();

        passwords.Select(password => (string?)password!["name"]).ShouldBe(["password1", "password2"]);
        passwords.Select(password => (string?)password!["expiry"]).ShouldBe(["2100-12-31T12:59:59+00:00", "2100-12-31T12:59:59+00:00"]);
        passwords.Select(password => (string?)password!["value"]).Distinct().Count().ShouldBe(2);
    }

    [Fact]
    public async Task With_a_name_the_other_password_is_listed_without_its_value()
    {
        await Arm.PutToken("builder");
        var old = (await Arm.Generate("builder")).Json["passwords"]!;

        var passwords = (await Arm.Generate("builder", "password2")).Json["passwords"]!.AsArray();

        passwords[0]!.AsObject().Select(field => field.Key).ShouldBe(["creationTime", "name"]);
        passwords[1]!.AsObject().Select(field => field.Key).ShouldBe(["creationTime", "name", "value"]);
        ((string?)passwords[1]!["value"]).ShouldNotBe((string?)old[1]!["value"]);
        (await Registry.LogIn("builder", (string)old[0]!["value"]!)).Status.ShouldBe(HttpStatusCode.OK);
        (await Registry.LogIn("builder", (string)old[1]!["value"]!)).Status.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Value_has_52_characters_of_the_alphabet()
    {
        var value = await Arm.Mint("builder");

        value.Length.ShouldBe(52);
        value.ShouldAllBe(character => char.IsAsciiLetterOrDigit(character) || "+/=".Contains(character, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("2100-12-31T12:59:59.000Z", "2100-12-31T12:59:59+00:00")]
    [InlineData("2100-12-31T12:59:20.947132Z", "2100-12-31T12:59:20.947132+00:00")]
    [InlineData("2100-12-31T20:59:59+08:00", "2100-12-31T12:59:59+00:00")]
    public async Task Expiry_comes_back_in_utc(string sent, string expected)
    {
        await Arm.PutToken("builder");

        ((string?)(await Arm.Generate("builder", "password1", sent)).Json["passwords"]![0]!["expiry"]).ShouldBe(expected);
        ((string?)(await Arm.Get("/tokens/builder")).Properties["credentials"]!["passwords"]![0]!["expiry"]).ShouldBe(expected);
    }

    [Fact]
    public async Task No_other_answer_tells_a_value()
    {
        var value = await Arm.Mint("builder");

        var answers = new[]
        {
            await Arm.Get("/tokens/builder"),
            await Arm.Get("/tokens"),
            await Arm.Patch("/tokens/builder", """{"properties":{"status":"enabled"}}"""),
        };

        answers.ShouldAllBe(answer =>
            !answer.Text.Contains(value, StringComparison.Ordinal) && !answer.Text.Contains("\"value\":\"", StringComparison.Ordinal)
        );
        Emulator.Requests.Select(request => request.ToString()).ShouldAllBe(request => !request.Contains(value, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Disabled_token_gets_a_password_too()
    {
        await Arm.PutToken("builder");
        await Arm.Patch("/tokens/builder", """{"properties":{"status":"disabled"}}""");

        (await Arm.Generate("builder", "password1")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Missing_token_is_not_found()
    {
        var generate = await Arm.Generate("sample-token");

        generate.Status.ShouldBe(HttpStatusCode.NotFound);
        generate.Text.ShouldBe(
            """{"error":{"code":"ResourceNotFound","message":"The resource sample-token could not be found."},"status":"Failed"}"""
        );
    }

    [Fact]
    public async Task Token_of_another_registry_is_not_found()
    {
        await Arm.PutToken("builder");

        var generate = await Arm.Post(
            "/generateCredentials",
            new JsonObject
            {
                ["tokenId"] = Arm.Registry.Replace("myregistry", "another", StringComparison.Ordinal) + "/tokens/builder",
            }.ToJsonString()
        );

        generate.Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("password3", null)]
    [InlineData("password1", "tomorrow")]
    public async Task Name_or_expiry_that_makes_no_sense_is_refused(string name, string? expiry)
    {
        await Arm.PutToken("builder");

        (await Arm.Generate("builder", name, expiry)).Status.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Token_that_is_still_being_created_is_not_active()
    {
        await using var emulator = await AcrEmulator.StartInProcessAsync(new() { TimeProvider = Clock, CreationDelay = TimeSpan.FromSeconds(5) });
        using var client = new HttpClient(emulator.CreateHandler());
        var arm = new Arm(emulator, client);
        await arm.PutToken("builder");

        var early = await arm.Generate("builder", "password1");
        Clock.Advance(TimeSpan.FromSeconds(5));
        var late = await arm.Generate("builder", "password1");

        early.Status.ShouldBe(HttpStatusCode.Conflict);
        early.ErrorCode.ShouldBe("TokenNotActive");
        late.Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Expiry_shows_in_the_snapshot()
    {
        await Arm.Mint("builder", expiry: "2026-03-01T12:30:00Z");

        Emulator.Tokens.ShouldBe([new EmulatorToken("builder", true, true, new DateTimeOffset(2026, 3, 1, 12, 30, 0, TimeSpan.Zero), "myregistry")]);
        Clock.Advance(TimeSpan.FromMinutes(30));
        Emulator.Tokens.Single().HasUsablePassword.ShouldBeFalse();
    }
}
