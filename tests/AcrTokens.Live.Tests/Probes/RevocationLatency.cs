using AcrTokens.Live.Tests.Runs;

namespace AcrTokens.Live.Tests.Probes;

/// <summary>Measures how soon the token server refuses a token, and how long a bearer token from before still works.</summary>
internal sealed class RevocationLatency : Probe
{
    private static readonly TimeSpan BearerLifetime = TimeSpan.FromMinutes(75);
    private static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(2);

    public override IReadOnlyList<string> Settles => ["A12", "A20"];

    public override async Task RunAsync(Service service, Notes notes)
    {
        var disabled = await service.NewTokenAsync("create a token");
        var password = await service.PasswordAsync("generate a password", disabled);
        var bearer = await service.BearerTokenAsync("log in before", disabled, password);
        var issued = service.Clock.GetUtcNow();
        Service.Must(await service.BeginUploadAsync("push before", bearer));

        Service.Must(await service.ArmAsync("disable", "PATCH", $"tokens/{disabled}", """{"properties":{"status":"disabled"}}"""));
        var refused = await service.UntilAsync(Second, () => service.LogInAsync("log in once disabled", disabled, password), a => a.Status == 401);
        notes.Settle("A12", refused.Immediately, $"a disabled token is refused {refused.When}");

        var deleted = await service.NewTokenAsync("create a second token");
        password = await service.PasswordAsync("generate its password", deleted);
        await service.BearerTokenAsync("log in with it", deleted, password);
        Service.Must(await service.ArmAsync("delete", "DELETE", $"tokens/{deleted}"));
        refused = await service.UntilAsync(Second, () => service.LogInAsync("log in once deleted", deleted, password), a => a.Status == 401);
        notes.Settle("A12", refused.Immediately, $"a deleted token is refused {refused.When}");

        var push = await service.UntilAsync(
            TimeSpan.FromSeconds(30),
            () => service.BeginUploadAsync("push once disabled", bearer),
            a => a.Status == 401,
            issued
        );
        notes.Settle("A20", !push.Came || (push.Elapsed - BearerLifetime).Duration() <= Tolerance, Seen(push));
    }

    private static string Seen(Wait push) =>
        push.Came
            ? $"a bearer token of a disabled token is refused {push.When}"
            : $"a bearer token of a disabled token still begins a push after {push.Elapsed.TotalSeconds:F0} s ({push.Last.Outcome}); not watched longer";
}
