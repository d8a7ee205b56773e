using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using AcrTokens.Live.Tests.Wire;

namespace AcrTokens.Live.Tests.Runs;

// Requests to Resource Manager.
internal sealed partial class Service
{
    public const string PushScopeMap = Prefix + "-push";

    private const string ApiVersion = "2025-11-01";
    private static readonly TimeSpan PollInterval = TimeSpan.FromSeconds(1);

    /// <summary>Sends a request, and waits as long as it is throttled.</summary>
    /// <param name="step">What the probe is doing.</param>
    /// <param name="method">The HTTP method.</param>
    /// <param name="path">A path below the registry, or a full address.</param>
    /// <param name="json">The body; null for none.</param>
    public async Task<Taken> ArmAsync(string step, string method, string path, string? json = null)
    {
        while (true)
        {
            var answer = await ArmOnceAsync(step, method, path, json);
            if (answer.Status != 429)
                return answer;
            await Pass(RetryAfter(answer));
        }
    }

    /// <summary>Sends a request, throttled or not.</summary>
    public async Task<Taken> ArmOnceAsync(string step, string method, string path, string? json = null)
    {
        Recorder.Step = step;
        var address = path.StartsWith("https:", StringComparison.Ordinal)
            ? new Uri(path)
            : new Uri(Arm, $"{RegistryId}/{path}?api-version={ApiVersion}");
        if (address.Authority != Arm.Authority)
            throw new InvalidOperationException("an address leads away from Resource Manager, and gets no bearer token");

        using var request = new HttpRequestMessage(new HttpMethod(method), address);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await Bearer());
        request.Headers.Add("x-ms-client-request-id", Guid.NewGuid().ToString());
        if (json is not null)
            request.Content = new StringContent(json, Encoding.UTF8, "application/json");
        using var response = await Http.SendAsync(request);
        return Recorder.Of(response);
    }

    /// <summary>Sends a change, and waits until the service has finished it.</summary>
    /// <returns>The change's own response.</returns>
    public async Task<Taken> ChangeAsync(string step, string method, string path, string? json = null)
    {
        var change = await ArmAsync(step, method, path, json);
        await FinishAsync(step, change);
        return change;
    }

    /// <summary>Waits until the service has finished a change.</summary>
    public async Task FinishAsync(string step, Taken change)
    {
        for (var poll = Next(change); change.IsSuccess && poll is not null; )
        {
            var answer = await ArmAsync(step, "GET", poll);
            poll = Next(answer) ?? poll;
            var isOver = (string?)answer.Json?["status"] is { } status ? status is "Succeeded" or "Failed" or "Canceled" : answer.Status != 202;
            if (isOver || !answer.IsSuccess)
                return;
            await Pass(PollInterval);
        }

        static string? Next(Taken answer) => answer.Header("Azure-AsyncOperation") ?? answer.Header("Location");
    }

    /// <summary>Creates a token that can push to <see cref="Repository"/>, and waits until it is there.</summary>
    /// <returns>Its name.</returns>
    public async Task<string> NewTokenAsync(string step)
    {
        await PutPushScopeMapAsync();
        var name = NewName();
        Must(await ChangeAsync(step, "PUT", $"tokens/{name}", TokenBody(PushScopeMap)));
        return name;
    }

    public async Task PutPushScopeMapAsync()
    {
        var actions = new JsonArray([
            .. new[] { "content/read", "content/write", "content/delete" }.Select(a => JsonValue.Create($"repositories/{Repository}/{a}")),
        ]);
        var body = new JsonObject
        {
            ["properties"] = new JsonObject { ["description"] = "live tests", ["actions"] = actions },
        };
        Must(await ChangeAsync("scope map", "PUT", $"scopeMaps/{PushScopeMap}", body.ToJsonString()));
    }

    public string TokenBody(string scopeMap) =>
        new JsonObject
        {
            ["properties"] = new JsonObject { ["scopeMapId"] = $"{RegistryId}/scopeMaps/{scopeMap}", ["status"] = "enabled" },
        }.ToJsonString();

    /// <summary>Generates a password. It expires, so that nothing that a kill leaves can be used for long.</summary>
    public Task<Taken> GenerateAsync(string step, string token, TimeSpan lifetime, string password = "password1") =>
        ArmAsync(
            step,
            "POST",
            "generateCredentials",
            new JsonObject
            {
                ["tokenId"] = $"{RegistryId}/tokens/{token}",
                ["name"] = password,
                ["expiry"] = (Clock.GetUtcNow() + lifetime).ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture),
            }.ToJsonString()
        );

    /// <summary>Generates a password that lasts for all of a probe.</summary>
    /// <returns>Its value.</returns>
    public async Task<string> PasswordAsync(string step, string token) =>
        (string)
            Must(await GenerateAsync(step, token, Patience + TimeSpan.FromMinutes(30))).Json!["passwords"]!
                .AsArray()
                .Last(p => p!["value"] is not null)!["value"]!;

    /// <summary>The time that a throttled response asks for; one second if it names none.</summary>
    public static TimeSpan RetryAfter(Taken answer) =>
        int.TryParse(answer.Header("Retry-After"), CultureInfo.InvariantCulture, out var seconds) && seconds is > 0 and < 3600
            ? TimeSpan.FromSeconds(seconds)
            : TimeSpan.FromSeconds(1);

    public static Taken Must(Taken answer) =>
        answer.IsSuccess ? answer : throw new InvalidOperationException($"{answer.Step}: {Route.Of(answer)} answered {answer.Outcome}");
}
