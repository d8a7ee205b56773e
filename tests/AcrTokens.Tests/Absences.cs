using System.Net;

namespace AcrTokens.Tests;

/// <summary>Only the registry can report a token as gone. A 404 from anything else proves nothing.</summary>
public sealed class Absences
{
    public static TheoryData<string> OthersAnswers =>
        [
            "<html><body><h1>404 Not Found</h1></body></html>",
            "",
            "{}",
            """{"error":{"code":"InvalidResourceType","message":"The resource type could not be found in the namespace 'Microsoft.ContainerRegistry' for api version '2019-05-01'."}}""",
            """{"error":{"code":"InvalidResourceNamespace","message":"The resource namespace 'Microsoft.ContainerRegistry' is invalid."}}""",
            """{"error":{"code":"NotFound","message":"The route was not found."}}""",
        ];

    [Theory]
    [MemberData(nameof(OthersAnswers))]
    public async Task That_somebody_else_tells_are_failures_of_every_task(string body)
    {
        await using var emulated = await Emulated.StartAsync();
        var lease = await emulated.Client.MintTokenAsync(emulated.Mint);
        foreach (var method in new[] { "GET", "PATCH", "DELETE" })
            emulated.Wire.Answer($"{method} tokens/", HttpStatusCode.NotFound, body);

        Func<Task>[] tasks =
        [
            () => lease.RevokeAsync(),
            () => emulated.Client.RevokeTokenAsync(emulated.Of(new AcrTokenRevokeSettings()).SetName(lease.Name)),
            () => emulated.Client.DeleteTokenAsync(emulated.Of(new AcrTokenDeleteSettings()).SetName(lease.Name)),
            () => emulated.Client.GetTokenAsync(emulated.Of(new AcrTokenGetSettings()).SetName(lease.Name)),
            () => emulated.Client.CreateTokenAsync(emulated.Of(new AcrTokenCreateSettings()).SetName(lease.Name).SetScopeMap("_repositories_pull")),
        ];
        foreach (var task in tasks)
            (await Should.ThrowAsync<AcrException>(task)).Message.ShouldContain("a proxy");

        lease.RevokedOn.ShouldBeNull();
        emulated.Emulator.Tokens.ShouldHaveSingleItem().Enabled.ShouldBeTrue();
        LeaseBook.Remove(lease);
    }

    [Theory]
    [MemberData(nameof(OthersAnswers))]
    public async Task That_somebody_else_tells_a_sweep_are_left_for_the_next(string body)
    {
        await using var emulated = await Emulated.StartAsync();
        var lease = await emulated.Client.MintTokenAsync(emulated.Mint);
        lease.Detach();
        emulated.Clock.Advance(TimeSpan.FromHours(1));
        emulated.Wire.Answer("DELETE tokens/", HttpStatusCode.NotFound, body);
        emulated.Wire.Answer("GET tokens/", HttpStatusCode.NotFound, body);

        var report = await emulated.Client.SweepTokensAsync(emulated.Of(new AcrTokenSweepSettings()));

        (report.Deleted, report.Failed).ShouldBe((0, 1));
    }
}
