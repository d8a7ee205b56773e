using System.Net;
using Azure;
using Azure.ResourceManager;
using Azure.ResourceManager.Resources.Models;
using NSubstitute;

namespace AcrTokens.AzureSdk.Tests;

/// <summary>Through a client that exists, on the SDK's real pipeline: the base package is real on every feed.</summary>
public sealed class SendingOnce : IAsyncLifetime
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

        (await Should.ThrowAsync<RequestFailedException>(() => ActAsync(new SendOnceClient(client).Once))).Status.ShouldBe((int)status);
        emulation.Wire.Sent.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Never_repeats_a_post_whose_answer_was_lost()
    {
        emulation.Wire.LoseAnswer("POST ");

        await Should.ThrowAsync<RequestFailedException>(() => ActAsync(new SendOnceClient(client).Once));

        emulation.Wire.Sent.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Repeats_a_post_after_a_429_since_it_has_not_acted()
    {
        emulation.Wire.Answer("POST ", HttpStatusCode.TooManyRequests, times: 2);
        emulation.Wire.Answer("POST ", HttpStatusCode.OK, """{"template":{}}""");

        await ActAsync(new SendOnceClient(client).Once);

        emulation.Wire.Sent.Count.ShouldBe(3);
    }

    [Fact]
    public async Task Repeats_a_question()
    {
        emulation.Wire.Answer("GET ", HttpStatusCode.ServiceUnavailable, times: 2);

        var resource = new SendOnceClient(client).Once.GetGenericResource(emulation.Registry);
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

        await ActAsync(new SendOnceClient(new ArmClient(emulation.Credential, emulation.Registry.SubscriptionId, options)).Once);

        authorizations.ShouldBe([$"Bearer {emulation.Emulator.AccessToken}"]);
    }

    [Fact]
    public void Takes_the_clients_endpoint_and_api_version()
    {
        var options = emulation.ArmOptions;
        options.SetApiVersion("Microsoft.ContainerRegistry/registries", "2023-07-01");

        var once = new Versions(new SendOnceClient(new ArmClient(emulation.Credential, emulation.Registry.SubscriptionId, options)).Once);

        once.ApiVersion.ShouldBe("2023-07-01");
        once.Host.ShouldBe(emulation.Emulator.ResourceManagerEndpoint);
    }

    [Fact]
    public void Leaves_a_substitute_alone()
    {
        var substitute = Substitute.For<ArmClient>();

        new SendOnceClient(substitute).Once.ShouldBeSameAs(substitute);
    }

    private async Task ActAsync(ArmClient arm) => await arm.GetResourceGroupResource(new($"/subscriptions/{emulation.Registry.SubscriptionId}/resourceGroups/{emulation.Registry.ResourceGroupName}"))
        .ExportTemplateAsync(WaitUntil.Completed, new ExportTemplate());

    private sealed class Versions(ArmClient client) : ArmResource(client, Azure.Core.ResourceIdentifier.Root)
    {
        public string? ApiVersion => TryGetApiVersion("Microsoft.ContainerRegistry/registries", out var version) ? version : null;

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
