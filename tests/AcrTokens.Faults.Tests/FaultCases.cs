using AcrTokens.Faults.Requests;

namespace AcrTokens.Faults.Tests;

/// <summary>The matrix itself: the errors that it would find in the library.</summary>
[Collection(OneAtATime.Name)]
public sealed class FaultCases(SharedRegistry registry)
{
    [Fact]
    public async Task Find_a_token_that_nobody_revoked()
    {
        var client = registry.Served.Clients.Create("nobody");
        await using var minted = await client.MintTokenAsync(Settings("nobody"));

        var verdict = await JudgeAsync("nobody", said: "");

        verdict.Enabled.ShouldBe(1);
        verdict.Wrong.ShouldBe(
            [
                "it left the token",
                "it left the token enabled, though one way to end it was open",
                "it did not say that the token is left enabled, and until when",
            ],
            ignoreOrder: true
        );
    }

    [Fact]
    public async Task Find_an_existing_token_that_nobody_gave_back()
    {
        var (id, clients) = ("kept", registry.Served.Clients);
        var existing = await clients.CreateExistingAsync(id, registry.Served.Addresses.RegistryId);
        var settings = new AcrTokenMintSettings().SetRegistryName(registry.Served.Addresses.RegistryId).SetToken(existing);
        await using var lease = await clients.Create(id).MintTokenAsync(settings);

        (await JudgeOnExistingAsync()).Wrong.ShouldContain("it left the token enabled, though one way to end it was open");

        await lease.RevokeAsync();
        (await JudgeOnExistingAsync()).Wrong.ShouldBeEmpty();

        Task<Verdict> JudgeOnExistingAsync() =>
            RequestJudge.JudgeAsync(
                registry.Served,
                new RequestRun(new RequestCase("Kept", id, []) { IsOnExisting = true }, true, true, LoggedIn: true, "", [])
            );
    }

    [Fact]
    public async Task Find_a_token_of_which_only_the_name_was_told()
    {
        await using var lease = await registry.Served.Clients.Create("named").MintTokenAsync(Settings("named"));

        (await JudgeAsync("named", $"Token '{lease.Name}' was not revoked")).Wrong.ShouldContain(
            "it did not say that the token is left enabled, and until when"
        );
        (await JudgeAsync("named", $"Token '{lease.Name}' was not revoked and is good until {lease.ExpiresOn:u}")).Wrong.ShouldNotContain(
            "it did not say that the token is left enabled, and until when"
        );
    }

    [Theory]
    [InlineData("{0}")]
    [InlineData("basic")]
    public async Task Find_a_password_that_was_told(string form)
    {
        var id = $"told{form.Length}";
        await using var lease = await registry.Served.Clients.Create(id).MintTokenAsync(Settings(id));
        var password = lease.Password.Reveal();
        var told = form == "basic" ? Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes($"{lease.Name}:{password}")) : password;

        var verdict = await JudgeAsync(id, $"docker login: {told}!");

        verdict.Secrets.ShouldBePositive();
        verdict.Wrong.ShouldContain("it told the password");
    }

    [Fact]
    public async Task Find_a_fault_that_never_came_about()
    {
        var verdict = await RequestJudge.JudgeAsync(
            registry.Served,
            new RequestRun(new RequestCase("Never", "never", [new Armed("never", [Operation.Login], FaultKind.Forbidden)]), false, true, null, "", [])
        );

        verdict.Wrong.ShouldHaveSingleItem().ShouldBe("the fault never came about");
    }

    private AcrTokenMintSettings Settings(string @case) =>
        new AcrTokenMintSettings().SetRegistryName(registry.Served.Addresses.RegistryId).AddRepository($"faults/{@case}", AcrPermission.Push);

    private Task<Verdict> JudgeAsync(string @case, string said) =>
        RequestJudge.JudgeAsync(registry.Served, new RequestRun(new RequestCase(@case, @case, []), true, true, true, said, []));
}
