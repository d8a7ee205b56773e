using AcrTokens.Emulator.Tests.Support;

namespace AcrTokens.Emulator.Tests;

/// <summary>On ports: the server starts a response even if its connection was cut.</summary>
public class UnansweredRequests : IAsyncLifetime
{
    private AcrEmulator emulator = null!;
    private HttpClient Client { get; set; } = null!;

    public async Task InitializeAsync()
    {
        emulator = await AcrEmulator.StartAsync();
        Client = new HttpClient(emulator.CreateHandler());
    }

    public async Task DisposeAsync()
    {
        Client.Dispose();
        await emulator.DisposeAsync();
    }

    [Theory]
    [InlineData(EmulatorDrop.Request)]
    [InlineData(EmulatorDrop.Answer)]
    public async Task Have_no_status_if_the_connection_was_cut(EmulatorDrop drop)
    {
        emulator.AddFault(new EmulatorFault("Tokens_Create") { Drop = drop });

        await Should.ThrowAsync<HttpRequestException>(() => new Arm(emulator, Client).PutToken("builder"));

        (await EndedAsync()).Status.ShouldBe(0);
    }

    [Fact]
    public async Task Have_the_status_of_half_an_answer()
    {
        emulator.AddFault(new EmulatorFault("Tokens_Create") { Drop = EmulatorDrop.HalfAnswer });

        await Should.ThrowAsync<HttpRequestException>(() => new Arm(emulator, Client).PutToken("builder"));

        (await EndedAsync()).Status.ShouldBe(201);
    }

    [Fact]
    public async Task Have_no_status_if_the_client_gave_up()
    {
        emulator.AddFault(new EmulatorFault("Tokens_Create") { Silence = EmulatorSilence.Answer, Hold = "held" });
        var sending = new Arm(emulator, Client).PutToken("builder");
        await emulator.WaitForHoldAsync("held");

        Client.CancelPendingRequests();

        await Should.ThrowAsync<OperationCanceledException>(sending);
        (await EndedAsync()).Status.ShouldBe(0);
    }

    /// <summary>The server notes the end of a request after the client has seen it, and whatever it does at the end after that.</summary>
    private async Task<EmulatorRequest> EndedAsync()
    {
        while (emulator.Requests.Single().Duration is null)
            await Task.Yield();
        // Stops only once all requests are over.
        await emulator.DisposeAsync();
        return emulator.Requests.Single();
    }
}
