using System.Net;
using System.Text.Json.Nodes;
using AcrTokens.Emulator.Tests.Support;

namespace AcrTokens.Emulator.Tests;

/// <summary>Sends recorded requests to the emulator, and compares its responses with the recorded ones.</summary>
public class RecordedExchanges
{
    private static readonly string[] LongRunningHeaders = ["Azure-AsyncOperation", "Location", "Retry-After"];

    public static TheoryData<string> Recordings => [.. Recording.Names];

    [Theory]
    [MemberData(nameof(Recordings))]
    public async Task Recorded_requests_get_the_recorded_answers(string name)
    {
        var recording = Recording.Load(name);
        await using var emulator = await AcrEmulator.StartInProcessAsync(recording.Options);
        using var client = new HttpClient(emulator.CreateHandler());
        var arm = new Arm(emulator, client);
        foreach (var given in recording.Given)
        {
            var body = ((string)given["body"]!).Replace("{registry}", recording.RegistryId, StringComparison.Ordinal);
            var made = await arm.Send(
                new HttpMethod((string)given["method"]!),
                $"{recording.RegistryId}/{given["resource"]}?api-version=2022-12-01",
                body
            );
            ((int)made.Status).ShouldBeInRange(200, 201);
        }

        string? poll = null;
        foreach (var exchange in recording.Exchanges)
        {
            var request = exchange["request"]!;
            var path = new Uri((string)request["url"]!).PathAndQuery;
            var isPoll = path.Contains("/operation", StringComparison.Ordinal);
            var answer = await arm.Send(
                new HttpMethod((string)request["method"]!),
                isPoll ? poll! : path,
                (string?)request["body"],
                (string?)request["headers"]?["x-ms-client-request-id"]
            );
            HoldTo(exchange["response"]!, answer, recording);
            poll = answer.Header("Azure-AsyncOperation") ?? answer.Header("Location") ?? poll;
        }
    }

    [Fact]
    public void There_are_recordings_to_play() => Recording.Names.Count().ShouldBe(14);

    private static void HoldTo(JsonNode recorded, Answer answer, Recording recording)
    {
        answer.Status.ShouldBe((HttpStatusCode)(int)recorded["status"]!);
        Shape.Of(answer.Text, recording.NewerNames).ShouldBe(Shape.Of((string)recorded["body"]!, []));

        var headers = recorded["headers"]!.AsObject();
        foreach (var (name, _) in headers)
        {
            answer.Header(name).ShouldNotBeNull($"the header {name}");
        }

        foreach (var name in LongRunningHeaders)
        {
            Comparable(answer.Header(name)).ShouldBe(Comparable((string?)headers[name]), $"the header {name}");
        }

        foreach (
            var name in new[]
            {
                "Cache-Control",
                "Pragma",
                "Expires",
                "Server",
                "Content-Type",
                "Strict-Transport-Security",
                "X-Content-Type-Options",
            }
        )
        {
            (answer.Header(name) ?? "").ShouldBe((string?)headers[name] ?? answer.Header(name) ?? "", $"the header {name}");
        }

        if (headers["api-supported-versions"] is { } versions && !((string)versions!).Contains(',', StringComparison.Ordinal))
        {
            answer.Header("api-supported-versions").ShouldBe((string)versions!);
        }
    }

    /// <summary>The address up to the operation's id. Host, id and signature differ between runs.</summary>
    private static string? Comparable(string? value)
    {
        if (!Uri.TryCreate(value, UriKind.Absolute, out var address) || address.Scheme != Uri.UriSchemeHttps)
        {
            return value;
        }

        var query = address.Query.Split('&')[0];
        return address.AbsolutePath[..(address.AbsolutePath.IndexOf("/token-", StringComparison.Ordinal) + "/token-".Length)] + query;
    }
}
