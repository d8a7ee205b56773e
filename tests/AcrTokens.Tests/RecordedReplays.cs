using System.Text;

namespace AcrTokens.Tests;

/// <summary>A replay accepts only recorded requests.</summary>
public sealed class RecordedReplays
{
    private const string Registry =
        "https://management.azure.com/subscriptions/s/resourceGroups/g/providers/Microsoft.ContainerRegistry/registries/r";
    private const string Generate = $"{Registry}/generateCredentials?api-version=2022-12-01";
    private const string Regenerate = $"{Registry}/regenerateCredential?api-version=2022-12-01";

    [Theory]
    [InlineData("POST", Generate, """{"name":"password1","tokenId":"t"}""", true)]
    [InlineData("PUT", Generate, """{"tokenId":"t","name":"password1"}""", false)]
    [InlineData("POST", $"{Generate}&a=b", """{"tokenId":"t","name":"password1"}""", false)]
    [InlineData("POST", Regenerate, """{"tokenId":"t","name":"password1"}""", false)]
    [InlineData("POST", Generate, """{"tokenId":"t","name":"Password1"}""", false)]
    [InlineData("POST", Generate, """{"tokenId":"t"}""", false)]
    [InlineData("POST", Generate, null, false)]
    public async Task Request_is_answered_only_with_the_recorded_method_address_and_json(string method, string address, string? body, bool isRecorded)
    {
        using var handler = Expecting(Generate, "{\r\n  \"tokenId\": \"t\",\r\n  \"name\": \"password1\"\r\n}");

        (await Answers(handler, method, address, body)).ShouldBe(isRecorded);
    }

    [Theory]
    [InlineData("password", true)]
    [InlineData("password2", false)]
    public async Task Name_of_an_admin_password_is_the_same_in_any_case(string name, bool isRecorded)
    {
        using var handler = Expecting(Regenerate, """{"name":"Password"}""");

        (await Answers(handler, "POST", Regenerate, $$"""{"name":"{{name}}"}""")).ShouldBe(isRecorded);
    }

    [Fact]
    public async Task More_than_was_recorded_is_refused()
    {
        using var handler = Expecting(Generate, null);

        (await Answers(handler, "POST", Generate, null)).ShouldBeTrue();
        (await Answers(handler, "POST", Generate, null)).ShouldBeFalse();
    }

    [Fact]
    public async Task What_was_not_asked_is_reported()
    {
        var replay = new Replay("one exchange", new Exchange(new RecordedRequest("POST", Generate), new RecordedResponse(200)));

        var failure = await Record.ExceptionAsync(() => replay.PlayAsync(_ => Task.CompletedTask));

        failure.ShouldBeOfType<ShouldAssertException>().Message.ShouldContain($"POST {Generate}");
    }

    private static ReplayingHandler Expecting(string address, string? body) =>
        new([new Exchange(new RecordedRequest("POST", address, body), new RecordedResponse(200, "answered"))]);

    private static async Task<bool> Answers(ReplayingHandler handler, string method, string address, string? body)
    {
        using var invoker = new HttpMessageInvoker(handler, disposeHandler: false);
        using var request = new HttpRequestMessage(new HttpMethod(method), address);
        if (body is not null)
            request.Content = new StringContent(body, Encoding.UTF8, "application/json");

        try
        {
            using var response = await invoker.SendAsync(request, default);
            return await response.Content.ReadAsStringAsync() == "answered";
        }
        catch (ShouldAssertException)
        {
            return false;
        }
    }
}
