using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using AcrTokens.Emulator;
using AcrTokens.Live.Tests.Probes;
using AcrTokens.Live.Tests.Runs;
using AcrTokens.Live.Tests.Wire;
using AcrTokens.Tests;

namespace AcrTokens.Live.Tests;

/// <summary>Searches the recordings and the report for secrets, ids, names and addresses of the registry.</summary>
public sealed partial class CanaryOfRecordings : IDisposable
{
    private static readonly AcrEmulatorOptions Owned = EmulatedService.SmallAndBusy with
    {
        SubscriptionId = "aaaaaaaa-1111-2222-3333-bbbbbbbbbbbb",
        ResourceGroupName = "their-group",
        RegistryName = "theirregistry",
        TenantId = "cccccccc-1111-2222-3333-dddddddddddd",
    };

    private readonly string folder = Directory.CreateTempSubdirectory("live-tests-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task Finds_nothing_in_the_files_of_a_run()
    {
        Spy spy = null!;
        AcrEmulator emulator = null!;
        await using var service = await EmulatedService.StartAsync(Owned, (inner, _) => spy = new Spy(inner), started => emulator = started);
        await using var run = await LiveRun.StartAsync(service, "searched", folder);
        foreach (var probe in Probe.All)
            await run.RunAsync(probe);

        string[] secrets = [.. spy.Secrets, emulator.AccessToken];
        secrets.Length.ShouldBeGreaterThan(20);
        string[] own = [Owned.SubscriptionId, Owned.ResourceGroupName, Owned.RegistryName, Owned.TenantId, emulator.ClientId, "localhost"];
        var files = Directory.GetFiles(folder, "*", SearchOption.AllDirectories);
        files.Length.ShouldBe(Probe.All.Count + 1);
        foreach (var file in files)
        {
            var text = await File.ReadAllTextAsync(file);
            secrets.Concat(own).Where(word => text.Contains(word, StringComparison.OrdinalIgnoreCase)).ShouldBeEmpty(file);
            Id().Matches(text).Select(match => match.Value).Where(spy.Ids.ContainsKey).ShouldBeEmpty(file);
        }
    }

    [Fact]
    public async Task Finds_recordings_in_the_form_of_all_others()
    {
        await using var service = await EmulatedService.StartAsync(Owned);
        await using var run = await LiveRun.StartAsync(service, "read", folder);
        var result = await run.RunAsync(new RegeneratedPassword());

        var text = await File.ReadAllTextAsync(Path.Combine(run.Recordings, $"{result.Probe}.json"));
        var recording = JsonSerializer.Deserialize<Recording>(text, JsonSerializerOptions.Web)!;

        var generated = recording.Exchanges.First(e => e.Request.Url.Contains("/generateCredentials?", StringComparison.Ordinal));
        generated.Request.Method.ShouldBe("POST");
        generated.Request.Url.ShouldBe(
            "https://management.azure.com/subscriptions/5f0b6b1e-2c1d-4c58-9d0e-3a8f1c7b2d41/resourceGroups/ContainerTest"
                + "/providers/Microsoft.ContainerRegistry/registries/contosoci/generateCredentials?api-version=2025-11-01"
        );
        generated.Response.Status.ShouldBe(200);
        generated.Response.Body.ShouldNotBeNull().ShouldContain($"\"value\":\"{new string('x', 52)}\"");
        generated.Response.Headers.ShouldNotBeNull().ShouldContainKey("x-ms-ratelimit-remaining-subscription-writes");
    }

    [Theory]
    [InlineData("client with IP '198.51.100.23' is not allowed", "client with IP '203.0.113.7' is not allowed")]
    [InlineData("client with IP '2001:db8:1::23' is not allowed", "client with IP '2001:db8::7' is not allowed")]
    [InlineData("at 2026-11-28T12:00:00.1234567+00:00", "at 2026-11-28T12:00:00.1234567+00:00")]
    [InlineData("'live.com#ada@contoso.example' may not", "'live.com#uuuuuuuuuuu@example.com' may not")]
    [InlineData("{\"createdBy\":\"Ada Lovelace\",", "{\"createdBy\":\"uuuuuuuuuuu@example.com\",")]
    [InlineData("?api-version=2025-11-01&t=63&c=MII&s=abc%2F&h=x", "?api-version=2025-11-01&t=redacted&c=redacted&s=redacted&h=redacted")]
    [InlineData("{ \"value\" : \"a\\u002Bb\" }", "{ \"value\" : \"xxxxxxxx\" }")]
    [InlineData("https://contoso.azurecr.io/v2/", "https://contosoci.azurecr.io/v2/")]
    [InlineData(
        "'/subscriptions/aaaaaaaa-1111-2222-3333-bbbbbbbbbbbb/resourceGroups/builds'",
        "'/subscriptions/5f0b6b1e-2c1d-4c58-9d0e-3a8f1c7b2d41/resourceGroups/ContainerTest'"
    )]
    [InlineData(
        "object id 'eeeeeeee-1111-2222-3333-ffffffffffff', not Eeeeeeee-1111-2222-3333-ffffffffffff",
        "object id '00000000-0000-0000-0000-000000000001', not 00000000-0000-0000-0000-000000000001"
    )]
    public void Knows_what_belongs_to_somebody(string text, string redacted) =>
        Redactor
            .For(
                "/subscriptions/aaaaaaaa-1111-2222-3333-bbbbbbbbbbbb/resourceGroups/builds/providers/Microsoft.ContainerRegistry/registries/contoso",
                "contoso.azurecr.io",
                new Uri("https://management.azure.com/"),
                []
            )
            .Redact(text)
            .ShouldBe(redacted);

    [GeneratedRegex("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")]
    private static partial Regex Id();

    /// <summary>Notes secrets and ids below the recorder, in its own way.</summary>
    private sealed class Spy(HttpMessageHandler inner) : DelegatingHandler(inner)
    {
        private readonly ConcurrentDictionary<string, bool> secrets = [];
        private readonly ConcurrentDictionary<string, bool> ids = [];

        public IEnumerable<string> Secrets => secrets.Keys;

        public IReadOnlyDictionary<string, bool> Ids => ids;

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (request.Headers.Authorization is { Parameter: { } sent } authorization)
            {
                secrets.TryAdd(sent, true);
                if (authorization.Scheme == "Basic")
                    secrets.TryAdd(Encoding.UTF8.GetString(Convert.FromBase64String(sent)).Split(':', 2)[1], true);
            }

            var response = await base.SendAsync(request, cancellationToken);
            var everything = $"{request.RequestUri} {response.Headers} {await response.Content.ReadAsStringAsync(cancellationToken)}";
            foreach (Match match in Id().Matches(everything))
                ids.TryAdd(match.Value, true);
            return response;
        }
    }
}
