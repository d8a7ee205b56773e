using System.Net;

namespace AcrTokens.Tests;

/// <summary>Responses that Resource Manager's protocol allows beyond those known from registries.</summary>
public sealed class ArmProtocol : IAsyncLifetime
{
    private const string Poll = "/subscriptions/x/providers/Microsoft.ContainerRegistry/locations/y/operations/z";

    private Emulated emulated = null!;

    public async Task InitializeAsync() => emulated = await Emulated.StartAsync(o => o with { CreationDelay = TimeSpan.FromSeconds(1) });

    public async Task DisposeAsync() => await emulated.DisposeAsync();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Delete_whose_operation_failed_is_a_failure(bool hasLocationToo)
    {
        await CreateAsync();
        emulated.Wire.Change(
            "DELETE tokens/",
            r =>
            {
                r.Headers.Add("Azure-AsyncOperation", Link(Poll));
                r.Headers.Location = hasLocationToo ? r.Headers.Location : null;
            }
        );
        emulated.Wire.Answer(
            "GET /providers/Microsoft.ContainerRegistry/locations/y/",
            HttpStatusCode.OK,
            """{"status":"Failed","error":{"code":"NoLuck","message":"it broke"}}"""
        );

        var failure = await Should.ThrowAsync<AcrException>(DeleteAsync());

        failure.Message.ShouldStartWith(
            "Could not delete token 'a-token' of registry 'myregistry' (200 NoLuck). The service began and ended with Failed. The service "
                + "says: it broke"
        );
        failure.NothingDone.ShouldBeFalse();
    }

    [Fact]
    public async Task Delete_whose_operation_succeeded_is_done()
    {
        await CreateAsync();
        emulated.Wire.Answer("DELETE tokens/", HttpStatusCode.Accepted, header: ("Azure-AsyncOperation", Link(Poll)));
        emulated.Wire.Answer("GET /providers/Microsoft.ContainerRegistry/locations/y/", HttpStatusCode.OK, """{"status":"Deleting"}""", times: 2);
        emulated.Wire.Answer("GET /providers/Microsoft.ContainerRegistry/locations/y/", HttpStatusCode.OK, """{"status":"Succeeded"}""");
        emulated.Clock.Waits.Clear();

        await DeleteAsync();

        emulated.Clock.Waits.Count.ShouldBe(2);
        emulated.Wire.Sent[^1].ShouldStartWith("GET /providers/Microsoft.ContainerRegistry/locations/y/");
    }

    [Fact]
    public async Task Location_may_be_relative()
    {
        await CreateAsync();
        emulated.Wire.Change("DELETE tokens/", r => r.Headers.Location = new Uri(r.Headers.Location!.PathAndQuery, UriKind.Relative));

        await DeleteAsync();

        emulated.Wire.Sent[^1].ShouldStartWith("GET /providers/Microsoft.ContainerRegistry/locations/");
        emulated.Emulator.Tokens.ShouldBeEmpty();
    }

    [Fact]
    public async Task Location_may_be_relative_to_what_was_asked()
    {
        await CreateAsync();
        emulated.Wire.Answer("DELETE tokens/", HttpStatusCode.Accepted, header: ("Location", "a-token/operationStatuses/z"));
        emulated.Wire.Answer("GET tokens/a-token/operationStatuses/z", HttpStatusCode.OK);

        await DeleteAsync();

        emulated.Wire.Sent[^1].ShouldBe("GET tokens/a-token/operationStatuses/z");
    }

    [Fact]
    public async Task Relative_location_never_takes_the_access_token_to_another_host()
    {
        await CreateAsync();
        emulated.Wire.Answer("DELETE tokens/", HttpStatusCode.Accepted, header: ("Location", "//example.com/x"));

        (await Should.ThrowAsync<AcrException>(DeleteAsync())).Message.ShouldContain(
            "the service's link to the result leaves localhost, so it was not followed"
        );

        emulated.Wire.Urls.ShouldAllBe(u => u.Host == "localhost");
    }

    [Fact]
    public async Task Delete_without_any_link_is_done_once_the_token_is_gone()
    {
        await CreateAsync();
        emulated.Wire.Change("DELETE tokens/", r => r.Headers.Location = null);
        emulated.Wire.Answer("GET tokens/a-token", HttpStatusCode.OK, "{}", times: 2);

        await DeleteAsync();

        emulated.Wire.Sent[^3..].ShouldAllBe(s => s == "GET tokens/a-token");
        emulated.Emulator.Tokens.ShouldBeEmpty();
    }

    [Fact]
    public async Task Creation_without_any_link_or_body_is_done_once_the_token_says_so()
    {
        emulated.Wire.Change("PUT tokens/", r => Strip(r, keepLink: false));
        emulated.Wire.Answer(
            "GET tokens/a-token",
            HttpStatusCode.NotFound,
            """{"error":{"code":"ResourceNotFound","message":"The resource a-token could not be found."}}""",
            times: 3
        );

        var token = await CreateAsync();

        token.ProvisioningState.ShouldBe(AcrProvisioningState.Succeeded);
        token.ScopeMapId!.Name.ShouldBe("_repositories_pull");
        emulated.Wire.Sent.ShouldAllBe(s => s.EndsWith("tokens/a-token", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Creation_without_a_body_is_read_at_last()
    {
        emulated.Wire.Change("PUT tokens/", r => Strip(r, keepLink: true));

        var token = await CreateAsync();

        token.ScopeMapId!.Name.ShouldBe("_repositories_pull");
        emulated.Wire.Sent.Count(s => s == "GET tokens/a-token").ShouldBe(2, "looked before, and read at last");
    }

    [Fact]
    public async Task Creation_with_a_location_is_read_where_it_always_is()
    {
        emulated.Wire.Change(
            "PUT tokens/",
            r =>
            {
                Strip(r, keepLink: false);
                r.Headers.Location = new Uri(Link(Poll));
            }
        );
        emulated.Wire.Answer("GET /providers/Microsoft.ContainerRegistry/locations/y/", HttpStatusCode.Accepted, times: 4);
        emulated.Wire.Answer("GET /providers/Microsoft.ContainerRegistry/locations/y/", HttpStatusCode.OK, "{}");

        (await CreateAsync()).ScopeMapId!.Name.ShouldBe("_repositories_pull");
    }

    [Fact]
    public async Task Creation_without_a_body_that_nobody_waits_for_shows_what_is_known()
    {
        emulated.Wire.Change("PUT tokens/", r => Strip(r, keepLink: true));

        var token = await emulated.Client.CreateTokenAsync(
            emulated.Of(new AcrTokenCreateSettings()).SetName("a-token").SetScopeMap("_repositories_pull").EnableNoWait()
        );

        token.Name.ShouldBe("a-token");
        token.ProvisioningState.ShouldBe(new AcrProvisioningState(""));
    }

    [Fact]
    public async Task Generation_without_any_link_says_so()
    {
        await CreateAsync();
        emulated.Wire.Answer("POST generateCredentials", HttpStatusCode.Accepted);

        var failure = await Should.ThrowAsync<AcrException>(
            emulated.Client.GenerateTokenCredentialAsync(
                emulated.Of(new AcrTokenCredentialGenerateSettings()).SetName("a-token").SetLifetime(TimeSpan.FromHours(1))
            )
        );

        failure.Message.ShouldBe(
            "Could not generate credentials of token 'a-token' of registry 'myregistry': the service took it, and gave no link to the result."
        );
        failure.NothingDone.ShouldBeFalse();
    }

    [Fact]
    public async Task Generation_with_both_links_is_read_at_its_location_once_its_operation_succeeded()
    {
        await CreateAsync();
        emulated.Wire.Change(
            "POST generateCredentials",
            r =>
            {
                Strip(r, keepLink: true);
                r.Headers.Add("Azure-AsyncOperation", Link(Poll));
                r.Headers.Location = new Uri(Link("/providers/Microsoft.ContainerRegistry/results/1"));
            }
        );
        emulated.Wire.Answer("GET /providers/Microsoft.ContainerRegistry/locations/y/", HttpStatusCode.OK, """{"status":"Running"}""", times: 1);
        emulated.Wire.Answer("GET /providers/Microsoft.ContainerRegistry/locations/y/", HttpStatusCode.OK, """{"status":"Succeeded"}""", times: 1);
        emulated.Wire.Answer(
            "GET /providers/Microsoft.ContainerRegistry/results/1",
            HttpStatusCode.OK,
            """{"username":"a-token","passwords":[{"name":"password1","value":"made up"}]}"""
        );

        var credentials = await emulated.Client.GenerateTokenCredentialAsync(
            emulated.Of(new AcrTokenCredentialGenerateSettings()).SetName("a-token").SetLifetime(TimeSpan.FromHours(1))
        );

        credentials.Find(AcrTokenPasswordName.Password1)!.Value.ShouldReveal("made up");
    }

    private Task<AcrToken> CreateAsync() =>
        emulated.Client.CreateTokenAsync(emulated.Of(new AcrTokenCreateSettings()).SetName("a-token").SetScopeMap("_repositories_pull"));

    private Task DeleteAsync() => emulated.Client.DeleteTokenAsync(emulated.Of(new AcrTokenDeleteSettings()).SetName("a-token"));

    private string Link(string path) => new Uri(emulated.Emulator.ResourceManagerEndpoint, path).AbsoluteUri;

    private static void Strip(HttpResponseMessage response, bool keepLink)
    {
        response.StatusCode = HttpStatusCode.Accepted;
        response.Content = new ByteArrayContent([]);
        if (!keepLink)
            response.Headers.Remove("Azure-AsyncOperation");
    }
}
