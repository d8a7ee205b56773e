using System.Net;
using AcrTokens.Emulator.Tests.Support;

namespace AcrTokens.Emulator.Tests;

public class ResourceManagerRequests : InProcess
{
    [Theory]
    [InlineData(null, "AuthenticationFailed")]
    [InlineData("Bearer not-the-one", "InvalidAuthenticationToken")]
    [InlineData("Basic bm90OnRoZSBvbmU=", "AuthenticationFailed")]
    public async Task Request_without_the_access_token_is_refused(string? authorization, string code)
    {
        var answer = await Send($"{Emulator.ResourceManagerEndpoint}{Arm.Registry[1..]}?api-version={Arm.Version}", authorization);

        answer.Status.ShouldBe(HttpStatusCode.Unauthorized);
        answer.ErrorCode.ShouldBe(code);
        answer.Header("WWW-Authenticate").ShouldStartWith("Bearer ");
    }

    [Fact]
    public async Task Plain_http_is_refused()
    {
        var answer = await Send($"{Emulator.RegistryEndpoint}{Arm.Registry[1..]}?api-version={Arm.Version}", "Bearer " + Emulator.AccessToken);

        answer.Status.ShouldBe(HttpStatusCode.Forbidden);
        answer.ErrorCode.ShouldBe("HttpsRequired");
    }

    [Theory]
    [InlineData("", "MissingApiVersionParameter")]
    [InlineData("?api-version=", "MissingApiVersionParameter")]
    [InlineData("?api-version=1999-01-01", "InvalidApiVersionParameter")]
    [InlineData("?api-version=2021-09-01", "InvalidApiVersionParameter")]
    [InlineData("?api-version=2019-05-01", "InvalidApiVersionParameter")]
    public async Task Version_that_knows_no_tokens_is_refused(string query, string code)
    {
        var answer = await Send($"{Emulator.ResourceManagerEndpoint}{Arm.Registry[1..]}/tokens{query}", "Bearer " + Emulator.AccessToken);

        answer.Status.ShouldBe(HttpStatusCode.BadRequest);
        answer.ErrorCode.ShouldBe(code);
        answer.Json["status"].ShouldBeNull();
    }

    [Theory]
    [InlineData("2020-11-01-preview")]
    [InlineData("2021-06-01-preview")]
    [InlineData("2021-08-01-preview")]
    [InlineData("2021-12-01-preview")]
    [InlineData("2022-02-01-preview")]
    [InlineData("2022-12-01")]
    [InlineData("2023-01-01-preview")]
    [InlineData("2023-06-01-preview")]
    [InlineData("2023-07-01")]
    [InlineData("2023-08-01-preview")]
    [InlineData("2023-11-01-preview")]
    [InlineData("2024-11-01-preview")]
    [InlineData("2025-03-01-preview")]
    [InlineData("2025-04-01")]
    [InlineData("2025-05-01-preview")]
    [InlineData("2025-06-01-preview")]
    [InlineData("2025-11-01")]
    public async Task Version_that_knows_tokens_is_taken_and_all_are_listed(string version)
    {
        var answer = await Arm.Get($"{Arm.Registry}/tokens?api-version={version}");

        answer.Status.ShouldBe(HttpStatusCode.OK);
        answer.Header("api-supported-versions")!.Split(", ").ShouldContain(version);
    }

    [Fact]
    public async Task Older_version_reads_a_registry_and_is_echoed_alone()
    {
        var answer = await Arm.Get(Arm.Registry + "?api-version=2019-05-01");

        answer.Status.ShouldBe(HttpStatusCode.OK);
        answer.Header("api-supported-versions").ShouldBe("2019-05-01");
    }

    [Theory]
    [InlineData("11111111-2222-3333-4444-555555555555", "00000000-2222-3333-4444-555555555555", "SubscriptionNotFound")]
    [InlineData("my-resource-group", "another-group", "ResourceGroupNotFound")]
    [InlineData("myregistry", "another", "ResourceNotFound")]
    public async Task What_is_not_there_is_not_found(string part, string instead, string code)
    {
        var answer = await Arm.Get((Arm.Registry + "/tokens").Replace(part, instead, StringComparison.Ordinal));

        answer.Status.ShouldBe(HttpStatusCode.NotFound);
        answer.ErrorCode.ShouldBe(code);
        answer.Json["status"].ShouldBeNull();
    }

    [Fact]
    public async Task Case_of_the_path_does_not_matter()
    {
        await Arm.PutToken("builder");
        var shouted = Arm
            .Registry.Replace("/resourceGroups/my-resource-group", "/RESOURCEGROUPS/MY-RESOURCE-GROUP", StringComparison.Ordinal)
            .Replace("registries/myregistry", "Registries/MyRegistry", StringComparison.Ordinal);

        var answer = await Arm.Get(shouted + "/Tokens/Builder");

        ((string?)answer.Json["id"]).ShouldBe(Arm.Registry + "/tokens/builder");
    }

    [Theory]
    [InlineData("GET", Arm.Registry + "/webhooks")]
    [InlineData("PUT", Arm.Registry)]
    [InlineData("POST", Arm.Registry + "/tokens/builder")]
    [InlineData("GET", Arm.Subscription + "/resourceGroups")]
    [InlineData("DELETE", "/subscriptions")]
    public async Task Operation_that_is_not_emulated_is_named_whatever_its_version(string method, string path)
    {
        var answer = await Arm.Send(new HttpMethod(method), path + "?api-version=2022-09-01");

        answer.Status.ShouldBe(HttpStatusCode.NotImplemented);
        ((string?)answer.Json["error"]!["message"]).ShouldBe($"The emulator does not know {method} {path}.");
    }

    [Theory]
    [InlineData(Arm.Registries)]
    [InlineData(Arm.Subscription + "/providers/Microsoft.ContainerRegistry/registries")]
    public async Task Registry_is_listed(string path)
    {
        var registry = (await Arm.Get(path)).Json["value"]!.AsArray().ShouldHaveSingleItem()!;

        ((string?)registry["id"]).ShouldBe(Arm.Registry);
        ((string?)registry["location"]).ShouldBe("westeurope");
        ((string?)registry["sku"]!["name"]).ShouldBe("Premium");
        ((string?)registry["properties"]!["creationDate"]).ShouldBe("2026-03-01T12:00:00Z");
        ((bool?)registry["properties"]!["adminUserEnabled"]).ShouldBe(false);
    }

    [Fact]
    public async Task Every_answer_has_ids_of_its_own_and_the_date_of_the_clock()
    {
        var first = await Arm.Get("");
        var second = await Arm.Get("/tokens/nobody");

        first.Header("x-ms-request-id").ShouldBe(first.Header("x-ms-correlation-request-id"));
        second.Header("x-ms-request-id").ShouldNotBe(first.Header("x-ms-request-id"));
        first.Headers.Date.ShouldBe(Clock.GetUtcNow());
    }

    private async Task<Answer> Send(string address, string? authorization)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(address));
        request.Headers.TryAddWithoutValidation("Authorization", authorization);
        return await Answer.Of(await Client.SendAsync(request));
    }
}
