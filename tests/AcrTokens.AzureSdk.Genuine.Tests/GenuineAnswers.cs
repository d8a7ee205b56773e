using System.Net;
using Azure;
using Azure.ResourceManager;

namespace AcrTokens.AzureSdk.Tests;

/// <summary>How Azure's own client handles unexpected responses, as the decision records it, and how the executor handles the result.</summary>
public sealed class GenuineAnswers : IAsyncLifetime
{
    private Emulation emulation = null!;
    private SdkExecutor executor = null!;

    public async Task InitializeAsync()
    {
        emulation = await Emulation.StartAsync();
        executor = new SdkExecutor(
            new ArmClient(emulation.Credential, emulation.Registry.SubscriptionId, emulation.ArmOptions),
            emulation.ClientOptions
        );
    }

    public async Task DisposeAsync() => await emulation.DisposeAsync();

    [Fact]
    public async Task Poll_address_is_followed_to_another_host()
    {
        emulation.Wire.Change(
            "PUT tokens/",
            response =>
            {
                response.Headers.Remove("Azure-AsyncOperation");
                response.Headers.Add("Azure-AsyncOperation", "https://example.com/poll");
            }
        );
        emulation.Wire.Answer("GET /poll", HttpStatusCode.OK, """{"status":"Succeeded"}""");

        await CreateAsync();

        emulation.Wire.Urls.ShouldContain(url => url.Host == "example.com");
    }

    [Fact]
    public async Task Vanished_operation_of_a_delete_lets_the_token_be_asked_for()
    {
        await CreateAsync();
        emulation.Wire.Change(
            "DELETE tokens/",
            response =>
            {
                response.Headers.Location = null;
                response.Headers.Add("Azure-AsyncOperation", new Uri(emulation.Emulator.ResourceManagerEndpoint, "/poll").AbsoluteUri);
            }
        );
        emulation.Wire.Answer("GET /poll", HttpStatusCode.NotFound);

        await executor.DeleteTokenAsync(emulation.Token, WaitUntil.Completed, default);

        emulation.Wire.Sent[^1].ShouldBe("GET tokens/a-token");
    }

    [Fact]
    public async Task Unknown_admin_password_is_an_answer_that_cannot_be_read()
    {
        emulation.Wire.Answer(
            "POST listCredentials",
            HttpStatusCode.OK,
            """{"username":"myregistry","passwords":[{"name":"password3","value":"made up"}]}"""
        );

        var failure = await Should.ThrowAsync<AcrException>(() => executor.GetAdminCredentialAsync(emulation.Registry, default));

        failure.Message.ShouldBe("Could not read the admin credentials of registry 'myregistry': Resource Manager's answer cannot be read.");
        failure.ToString().ShouldNotContain("made up");
    }

    private Task<AcrToken> CreateAsync() =>
        executor.CreateTokenAsync(
            emulation.Token,
            new() { ScopeMapId = emulation.Registry.ScopeMap("_repositories_pull") },
            WaitUntil.Completed,
            default
        );
}
