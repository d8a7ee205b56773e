using System.Net;

namespace AcrTokens.Tests;

public sealed class Retries : IAsyncLifetime
{
    private const string Generate = "POST generateCredentials";

    private Emulated emulated = null!;

    public async Task InitializeAsync() => emulated = await Emulated.StartAsync();

    public async Task DisposeAsync() => await emulated.DisposeAsync();

    [Theory]
    [InlineData(HttpStatusCode.TooManyRequests)]
    [InlineData(HttpStatusCode.ServiceUnavailable)]
    [InlineData(HttpStatusCode.InternalServerError)]
    [InlineData(HttpStatusCode.Conflict)]
    public async Task Send_a_refused_change_again(HttpStatusCode status)
    {
        emulated.Wire.Answer("PUT tokens/", status, times: 2);

        await using var lease = await emulated.Client.MintTokenAsync(emulated.Mint);

        emulated.Wire.Sent.Count(s => s == $"PUT tokens/{lease.Name}").ShouldBe(3);
    }

    [Fact]
    public async Task That_did_not_help_say_so_with_the_services_request_id()
    {
        emulated.Wire.Answer("PUT tokens/", HttpStatusCode.Conflict, """{"error":{"code":"Busy","message":"not now"}}""");

        var failure = await Should.ThrowAsync<AcrException>(emulated.Client.MintTokenAsync(emulated.Mint));

        failure.Message.ShouldContain("(409 Busy). Something else is changing it, or it is in use: try again later.");
        failure.Message.ShouldEndWith("Request id request-id-of-a-fault.");
        failure.RequestId.ShouldBe("request-id-of-a-fault");
        emulated.Wire.Sent.Count.ShouldBe(4, "the first try and Azure.Core's three more");
    }

    [Fact]
    public async Task Send_a_generation_again_after_a_429_since_it_has_not_acted()
    {
        emulated.Wire.Answer(Generate, HttpStatusCode.TooManyRequests, times: 2);

        await using var minted = await emulated.Client.MintTokenAsync(emulated.Mint);

        emulated.Wire.Sent.Count(s => s == Generate).ShouldBe(3);
    }

    [Theory]
    [InlineData(HttpStatusCode.ServiceUnavailable)]
    [InlineData(HttpStatusCode.GatewayTimeout)]
    public async Task Never_send_a_generation_again_after_an_unknown_outcome(HttpStatusCode status)
    {
        emulated.Wire.Answer(Generate, status);

        await Should.ThrowAsync<AcrException>(emulated.Client.MintTokenAsync(emulated.Mint));

        emulated.Wire.Sent.Count(s => s == Generate).ShouldBe(1);
        emulated.Emulator.Tokens.ShouldBeEmpty();
    }

    [Fact]
    public async Task Never_send_a_generation_again_after_a_lost_answer()
    {
        emulated.Wire.LoseAnswer(Generate);

        await Should.ThrowAsync<AcrException>(emulated.Client.MintTokenAsync(emulated.Mint));

        emulated.Wire.Sent.Count(s => s == Generate).ShouldBe(1);
        emulated.Emulator.Tokens.ShouldBeEmpty();
    }

    [Fact]
    public async Task Wait_for_a_token_that_is_not_active_yet()
    {
        emulated.Wire.Answer(Generate, HttpStatusCode.Conflict, """{"error":{"code":"TokenNotActive","message":"not yet"}}""", times: 2);

        await using var minted = await emulated.Client.MintTokenAsync(emulated.Mint);

        emulated.Clock.Waits.ShouldBe([TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2)]);
    }

    [Fact]
    public async Task Do_not_wait_for_ever_for_a_token_to_become_active()
    {
        emulated.Wire.Answer(Generate, HttpStatusCode.Conflict, """{"error":{"code":"TokenNotActive","message":"not yet"}}""");

        var failure = await Should.ThrowAsync<AcrException>(emulated.Client.MintTokenAsync(emulated.Mint));

        failure.ServiceCode.ShouldBe("TokenNotActive");
        emulated.Wire.Sent.Count(s => s == Generate).ShouldBe(6);
        emulated.Emulator.Tokens.ShouldBeEmpty();
    }
}
