using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using AcrTokens.Emulator;

namespace AcrTokens.Tests;

/// <summary>Cases in which Azure refuses a request, with the first line that a build shows.</summary>
internal sealed partial class RefusalCases : IAsyncDisposable
{
    private readonly ListLogger log;
    private readonly Emulated emulated;

    private RefusalCases(Emulated emulated, ListLogger log)
    {
        this.emulated = emulated;
        this.log = log;
    }

    public static IReadOnlyDictionary<string, (EmulatorSimulations? Simulations, Func<RefusalCases, Task<string>> Line)> All { get; } =
        new Dictionary<string, (EmulatorSimulations?, Func<RefusalCases, Task<string>>)>
        {
            ["the built-in policy that denies tokens"] = (new() { TokenPolicy = EmulatorTokenPolicy.Deny }, c => c.FailsAsync(c.CreateAsync)),
            ["the built-in policy that turns tokens off, at a mint"] = (
                new() { TokenPolicy = EmulatorTokenPolicy.Modify },
                c => c.FailsAsync(c.MintAsync)
            ),
            ["a missing right"] = (
                new() { MissingRights = ["Microsoft.ContainerRegistry/registries/tokens/write"] },
                c => c.FailsAsync(c.CreateAsync)
            ),
            ["a closed network"] = (
                null,
                c =>
                    c.AnsweredAsync(
                        "PUT tokens/",
                        HttpStatusCode.Forbidden,
                        Error("PublicNetworkAccessDisabled", "Public network access is disabled."),
                        c.CreateAsync
                    )
            ),
            ["a lock on deletes, at a revocation: a warning"] = (new() { Lock = EmulatorLock.CanNotDelete }, c => c.WarnsAsync(c.RevokeAsync)),
            ["the same, at a mint that is rolled back: a warning"] = (new() { Lock = EmulatorLock.CanNotDelete }, c => c.WarnsAsync(c.LoseMintAsync)),
            ["a policy on deletes, at a revocation: a warning"] = (null, c => c.WarnsAsync(c.RevokeUnderPolicyAsync)),
            ["the same lock, at `AcrTokenDelete`"] = (new() { Lock = EmulatorLock.CanNotDelete }, c => c.FailsAsync(c.DeleteAsync)),
            ["a read-only lock"] = (new() { Lock = EmulatorLock.ReadOnly }, c => c.FailsAsync(c.CreateAsync)),
            ["a disabled subscription"] = (new() { SubscriptionDisabled = true }, c => c.FailsAsync(c.CreateAsync)),
            ["an unregistered subscription"] = (
                null,
                c =>
                    c.AnsweredAsync(
                        "PUT tokens/",
                        HttpStatusCode.Conflict,
                        Error(
                            "MissingSubscriptionRegistration",
                            "The subscription is not registered to use namespace 'Microsoft.ContainerRegistry'."
                        ),
                        c.CreateAsync
                    )
            ),
            ["a service that asks for a retry in an hour"] = (
                null,
                c =>
                    c.AnsweredAsync(
                        "PUT tokens/",
                        HttpStatusCode.ServiceUnavailable,
                        Error("ServiceUnavailable", "Try again later."),
                        c.CreateAsync,
                        ("Retry-After", "3600")
                    )
            ),
            ["a firewall's page"] = (null, c => c.ReplacedAsync(HttpStatusCode.Forbidden, "<html>blocked</html>", "text/html")),
            ["a sign-in page of the network"] = (null, c => c.ReplacedAsync(HttpStatusCode.OK, "<html>Sign in</html>", "text/html")),
            ["a redirect"] = (null, c => c.ReplacedAsync(HttpStatusCode.Found, "", "text/html")),
            ["an empty response"] = (null, c => c.ReplacedAsync(HttpStatusCode.OK, "", "text/plain")),
            ["an empty response to every request of a revocation"] = (null, c => c.EmptiedAsync()),
            ["a sign-in page instead of the registry's login, at `CanLogIn()`"] = (
                null,
                c => c.ReplacedAsync("GET /oauth2/token", HttpStatusCode.OK, "<html>Sign in</html>", "text/html", c.CanLogInAsync)
            ),
            ["a proxy's refusal instead of the registry's login, at `CanLogIn()`"] = (
                null,
                c => c.ReplacedAsync("GET /oauth2/token", HttpStatusCode.Unauthorized, "<html>Who are you?</html>", "text/html", c.CanLogInAsync)
            ),
            ["the registry's firewall, at `CanLogIn()`"] = (null, c => c.FirewallAsync(c.CanLogInAsync)),
            ["the same, at a proof of the revocation: a warning"] = (null, c => c.FirewallAsync(c.ProveAsync, fails: false)),
        };

    [System.Diagnostics.CodeAnalysis.SuppressMessage(
        "Reliability",
        "CA2000:Dispose objects before losing scope",
        Justification = "The cases dispose of it."
    )]
    public static async Task<RefusalCases> StartAsync(EmulatorSimulations? simulations)
    {
        var log = new ListLogger();
        var emulated = await Emulated.StartAsync(o => o with { Sku = AcrEmulatorSku.Standard, Simulations = simulations ?? o.Simulations }, log: log);
        return new RefusalCases(emulated, log);
    }

    public ValueTask DisposeAsync() => emulated.DisposeAsync();

    private static string Error(string code, string message) => $$$"""{"error":{"code":"{{{code}}}","message":"{{{message}}}"}}""";

    private AcrTokenCreateSettings Create => emulated.Of(new AcrTokenCreateSettings()).SetName("nightly").SetScopeMap("_repositories_push");

    private Task CreateAsync() => emulated.Client.CreateTokenAsync(Create);

    private Task MintAsync() => emulated.Client.MintTokenAsync(emulated.Mint);

    private async Task RevokeAsync()
    {
        await CreateAsync();
        await emulated.Client.RevokeTokenAsync(emulated.Of(new AcrTokenRevokeSettings()).SetName("nightly"));
    }

    private async Task DeleteAsync()
    {
        await CreateAsync();
        await emulated.Client.DeleteTokenAsync(emulated.Of(new AcrTokenDeleteSettings()).SetName("nightly"));
    }

    private async Task LoseMintAsync()
    {
        emulated.Wire.LoseAnswer("POST generateCredentials");
        await Should.ThrowAsync<AcrException>(MintAsync);
        emulated.Emulator.Tokens.ShouldHaveSingleItem().Enabled.ShouldBeFalse();
    }

    private async Task RevokeUnderPolicyAsync()
    {
        emulated.Wire.Answer(
            "DELETE tokens/",
            HttpStatusCode.Forbidden,
            """{"error":{"code":"RequestDisallowedByPolicy","message":"The delete is denied.","additionalInfo":[{"info":{"policyAssignmentDisplayName":"Keep everything"}}]}}"""
        );
        await RevokeAsync();
        emulated.Emulator.Tokens.ShouldHaveSingleItem().Enabled.ShouldBeFalse();
    }

    // As a network's sign-in page does.
    private Task<string> EmptiedAsync()
    {
        foreach (var method in new[] { "GET tokens/", "PATCH tokens/", "DELETE tokens/" })
            emulated.Wire.Change(
                method,
                answer =>
                {
                    answer.StatusCode = HttpStatusCode.OK;
                    answer.Headers.Clear();
                    answer.Content = new StringContent("", Encoding.UTF8, "text/plain");
                }
            );
        return FailsAsync(() => emulated.Client.RevokeTokenAsync(emulated.Of(new AcrTokenRevokeSettings()).SetName("nightly")));
    }

    private async Task CanLogInAsync()
    {
        await using var lease = await emulated.Client.MintTokenAsync(emulated.Mint);
        await lease.CanLogInAsync();
    }

    private async Task ProveAsync() => await (await emulated.Client.MintTokenAsync(emulated.Mint.EnableRevocationProof())).RevokeAsync();

    private async Task<string> FailsAsync(Func<Task> act) => Brief((await Should.ThrowAsync<AcrException>(act)).Message);

    private async Task<string> WarnsAsync(Func<Task> act)
    {
        await act();
        return Brief(log.Lines.Single(l => l.StartsWith("Warning: ", StringComparison.Ordinal))["Warning: ".Length..]);
    }

    private Task<string> AnsweredAsync(string request, HttpStatusCode status, string body, Func<Task> act, (string, string)? header = null)
    {
        emulated.Wire.Answer(request, status, body, header: header);
        return FailsAsync(act);
    }

    private Task<string> ReplacedAsync(HttpStatusCode status, string body, string type) =>
        ReplacedAsync("GET registry", status, body, type, () => emulated.Client.GetRegistryAsync(emulated.Of(new AcrRegistryGetSettings())));

    private Task<string> ReplacedAsync(string request, HttpStatusCode status, string body, string type, Func<Task> act)
    {
        emulated.Wire.Change(
            request,
            answer =>
            {
                answer.StatusCode = status;
                answer.Content = new StringContent(body, Encoding.UTF8, type);
            }
        );
        return FailsAsync(act);
    }

    private Task<string> FirewallAsync(Func<Task> act, bool fails = true)
    {
        emulated.Wire.Answer(
            "GET /oauth2/token",
            HttpStatusCode.Forbidden,
            """{"errors":[{"code":"DENIED","message":"client with IP '203.0.113.7' is not allowed access. Refer https://aka.ms/acr/firewall to grant access."}]}"""
        );
        return fails ? FailsAsync(act) : WarnsAsync(act);
    }

    // Replaces the parts that differ between runs.
    private string Brief(string line)
    {
        line = line.Replace(emulated.RegistryId.SubscriptionId!, "…", StringComparison.Ordinal)
            .Replace(new Uri($"https://{emulated.Emulator.LoginServer}").Authority, "contoso.azurecr.io", StringComparison.Ordinal);
        line = line.Replace($"localhost:{emulated.Emulator.ResourceManagerEndpoint.Port}", "management.azure.com", StringComparison.Ordinal);
        return Ids().Replace(Minted().Replace(line, "acrt-…"), "Request id ….");
    }

    [GeneratedRegex("acrt-[0-9a-z-]+")]
    private static partial Regex Minted();

    [GeneratedRegex("Request id [^ ]+\\.$")]
    private static partial Regex Ids();
}
