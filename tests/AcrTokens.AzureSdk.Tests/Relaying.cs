using System.Net;
using System.Text.Json.Nodes;
using Azure;
using Azure.ResourceManager;
using Azure.ResourceManager.Resources.Models;
using Microsoft.Extensions.Logging.Abstractions;
using NSubstitute;

namespace AcrTokens.AzureSdk.Tests;

/// <summary>Relaying through an existing client, on the SDK's real pipeline: the base package is real on every feed.</summary>
public sealed class Relaying : IAsyncLifetime
{
    private Emulation emulation = null!;
    private ArmClient client = null!;

    public async Task InitializeAsync()
    {
        emulation = await Emulation.StartAsync();
        client = new ArmClient(emulation.Credential, emulation.Registry.SubscriptionId, emulation.ArmOptions);
    }

    public async Task DisposeAsync() => await emulation.DisposeAsync();

    [Theory]
    [InlineData(HttpStatusCode.ServiceUnavailable)]
    [InlineData(HttpStatusCode.GatewayTimeout)]
    [InlineData(HttpStatusCode.RequestTimeout)]
    public async Task Never_repeats_a_post_of_unknown_outcome(HttpStatusCode status)
    {
        emulation.Wire.Answer("POST ", status);

        (await Should.ThrowAsync<RequestFailedException>(() => ActAsync(client))).Status.ShouldBe((int)status);
        emulation.Wire.Sent.Count.ShouldBe(4, "the SDK's own retries");
        emulation.Wire.Sent.Clear();

        (await Should.ThrowAsync<RequestFailedException>(() => ActAsync(Relayed(client)))).Status.ShouldBe((int)status);
        emulation.Wire.Sent.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Never_repeats_a_post_whose_answer_was_lost()
    {
        emulation.Wire.LoseAnswer("POST ");

        await Should.ThrowAsync<RequestFailedException>(() => ActAsync(Relayed(client)));

        emulation.Wire.Sent.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Repeats_a_post_after_a_429_since_it_has_not_acted()
    {
        emulation.Wire.Answer("POST ", HttpStatusCode.TooManyRequests, times: 10, header: ("Retry-After", "3"));
        emulation.Wire.Answer("POST ", HttpStatusCode.OK, """{"template":{}}""");
        emulation.Clock.LongestWait = TimeSpan.FromSeconds(20);

        await ActAsync(Relayed(client));

        emulation.Wire.Sent.Count.ShouldBe(11, "the SDK gives up after three tries");
        emulation.Clock.Waits.ShouldAllBe(w => w >= TimeSpan.FromSeconds(3));
    }

    [Theory]
    [InlineData("0")]
    [InlineData("12.5")]
    [InlineData("soon")]
    [InlineData("4")]
    public async Task Reads_for_a_question_when_to_come_back(string retryAfter)
    {
        emulation.Wire.Answer("GET ", HttpStatusCode.ServiceUnavailable, times: 2, header: ("Retry-After", retryAfter));

        var resource = Relayed(client).GetGenericResource(emulation.Registry);
        await Record.ExceptionAsync(() => resource.GetAsync());

        emulation.Wire.Sent.Count.ShouldBe(3);
        emulation.Clock.Waits.Count.ShouldBe(2);
        emulation.Clock.Waits.ShouldAllBe(wait => wait >= TimeSpan.FromSeconds(retryAfter == "4" ? 4 : 0.25) && wait <= TimeSpan.FromSeconds(7));
    }

    [Fact]
    public async Task Never_repeats_a_post_that_is_told_when_to_come_back()
    {
        emulation.Wire.Answer("POST ", HttpStatusCode.ServiceUnavailable, header: ("Retry-After", "1"));

        await Should.ThrowAsync<RequestFailedException>(() => ActAsync(Relayed(client)));

        emulation.Wire.Sent.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Ends_a_list_whose_pages_come_round_again()
    {
        var groups = $"/subscriptions/{emulation.Registry.SubscriptionId}/resourceGroups";
        emulation.Wire.Answer(
            "GET ",
            HttpStatusCode.OK,
            $$"""{"value":[],"nextLink":"{{new Uri(emulation.Emulator.ResourceManagerEndpoint, $"{groups}?page=1")}}"}"""
        );
        var sieve = new ListSieve(new AcrAttempt("list groups of", emulation.Registry), _ => throw new FormatException(), Odd.Fails);

        var list = new Relay(client, Throttling)
            .ToClient(sieve)
            .GetSubscriptionResource(new($"/subscriptions/{emulation.Registry.SubscriptionId}"))
            .GetResourceGroups()
            .GetAllAsync();

        (await Should.ThrowAsync<AcrException>(async () => await list.ToListAsync())).Message.ShouldEndWith("the list's next page was read already.");
        emulation.Wire.Sent.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Repeats_a_question()
    {
        emulation.Wire.Answer("GET ", HttpStatusCode.ServiceUnavailable, times: 2);

        var resource = Relayed(client).GetGenericResource(emulation.Registry);
        var failure = await Record.ExceptionAsync(() => resource.GetAsync());

        emulation.Wire.Sent.Count.ShouldBe(3, failure?.Message);
    }

    [Fact]
    public async Task Takes_the_clients_credential_and_no_other()
    {
        emulation.Wire.Answer("POST ", HttpStatusCode.OK, """{"template":{}}""");
        var authorizations = new List<string?>();
        using var http = new HttpClient(new Listening(emulation.Wire, request => authorizations.Add(request.Headers.Authorization?.ToString())));
        var options = emulation.ArmOptions;
        options.Transport = new Azure.Core.Pipeline.HttpClientTransport(http);

        await ActAsync(Relayed(new ArmClient(emulation.Credential, emulation.Registry.SubscriptionId, options)));

        authorizations.ShouldBe([$"Bearer {emulation.Emulator.AccessToken}"]);
    }

    [Theory]
    [InlineData("Microsoft.ContainerRegistry/registries")]
    [InlineData("Microsoft.ContainerRegistry/registries/tokens")]
    [InlineData("Microsoft.ContainerRegistry/registries/scopeMaps")]
    public void Takes_the_clients_endpoint_and_api_versions(string type)
    {
        var options = emulation.ArmOptions;
        options.SetApiVersion(type, "2023-07-01");

        var once = new Versions(Relayed(new ArmClient(emulation.Credential, emulation.Registry.SubscriptionId, options)));

        once.Of(type).ShouldBe("2023-07-01");
        once.Host.ShouldBe(emulation.Emulator.ResourceManagerEndpoint);
    }

    [Fact]
    public void Leaves_a_substitute_alone()
    {
        var substitute = Substitute.For<ArmClient>();

        Relayed(substitute).ShouldBeSameAs(substitute);
    }

    [Fact]
    public async Task Takes_out_of_a_list_what_cannot_be_read()
    {
        var group = $"/subscriptions/{emulation.Registry.SubscriptionId}/resourceGroups";
        emulation.Wire.Answer(
            "GET ",
            HttpStatusCode.OK,
            $$"""{"count":2,"value":[null,{"id":"{{group}}/first","name":"first","location":"westeurope"},{"id":"","name":"ghost"}],"nextLink":null}"""
        );
        var odd = new List<string>();
        var sieve = new ListSieve(
            new AcrAttempt("list groups of", emulation.Registry),
            json => _ = new Azure.Core.ResourceIdentifier(JsonNode.Parse(json)!["id"]!.ToString()),
            failure => odd.Add(failure.Message)
        );

        var groups = await new Relay(client, Throttling)
            .ToClient(sieve)
            .GetSubscriptionResource(new($"/subscriptions/{emulation.Registry.SubscriptionId}"))
            .GetResourceGroups()
            .GetAllAsync()
            .ToListAsync();

        groups.ShouldHaveSingleItem().Data.Name.ShouldBe("first");
        odd.ShouldBe([
            "Could not list groups of registry 'myregistry': an item without a name cannot be read.",
            "Could not list groups of registry 'myregistry': the item 'ghost' cannot be read.",
        ]);
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("{\"value\":7}")]
    [InlineData("no JSON")]
    public async Task Leaves_to_the_sdk_what_is_no_list(string body)
    {
        emulation.Wire.Answer("GET ", HttpStatusCode.OK, body);
        var sieve = new ListSieve(new AcrAttempt("list groups of", emulation.Registry), _ => throw new FormatException(), Odd.Fails);

        var list = new Relay(client, Throttling)
            .ToClient(sieve)
            .GetSubscriptionResource(new($"/subscriptions/{emulation.Registry.SubscriptionId}"))
            .GetResourceGroups()
            .GetAllAsync();

        AcrAttempt.IsUnreadable(await Record.ExceptionAsync(() => list.ToListAsync().AsTask())).ShouldBeTrue();
    }

    private AcrThrottling Throttling => new(emulation.Clock, TimeSpan.FromMinutes(5), NullLogger.Instance);

    private ArmClient Relayed(ArmClient arm) => new Relay(arm, Throttling).ToClient();

    private async Task ActAsync(ArmClient arm) =>
        await arm.GetResourceGroupResource(
                new($"/subscriptions/{emulation.Registry.SubscriptionId}/resourceGroups/{emulation.Registry.ResourceGroupName}")
            )
            .ExportTemplateAsync(WaitUntil.Completed, new ExportTemplate());

    private sealed class Versions(ArmClient client) : ArmResource(client, Azure.Core.ResourceIdentifier.Root)
    {
        public string? Of(string type) => TryGetApiVersion(type, out var version) ? version : null;

        public Uri Host => Endpoint;
    }

    private sealed class Listening(HttpMessageHandler inner, Action<HttpRequestMessage> listen) : DelegatingHandler(inner)
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            listen(request);
            return base.SendAsync(request, cancellationToken);
        }
    }
}
