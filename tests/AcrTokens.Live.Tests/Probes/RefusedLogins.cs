using AcrTokens.Live.Tests.Runs;
using AcrTokens.Live.Tests.Wire;

namespace AcrTokens.Live.Tests.Probes;

/// <summary>Compares the refusals of a wrong, an expired and a disabled login.</summary>
internal sealed class RefusedLogins : Probe
{
    private static readonly TimeSpan Short = TimeSpan.FromMinutes(1);

    public override IReadOnlyList<string> Settles => ["A10", "A13"];

    public override async Task RunAsync(Service service, Notes notes)
    {
        var token = await service.NewTokenAsync("create a token");
        var password = await service.PasswordAsync("generate a password", token);
        await service.BearerTokenAsync("log in", token, password);
        var wrong = await service.LogInAsync("log in with a wrong password", token, "not-the-password");
        var unknown = await service.LogInAsync("log in with an unknown name", Service.NewName(), "not-the-password");
        notes.Measure($"a wrong password is refused with {wrong.Outcome} {Text(wrong)}, an unknown name with {unknown.Outcome} {Text(unknown)}");

        await ExpiryAsync(service, notes, token, wrong);
        await PastExpiryAsync(service, notes, token);

        Service.Must(await service.ChangeAsync("disable", "PATCH", $"tokens/{token}", """{"properties":{"status":"disabled"}}"""));
        var disabled = await service.UntilAsync(Second, () => service.LogInAsync("log in once disabled", token, password), a => a.Status == 401);
        notes.Settle("A13", IsLike(disabled.Last, wrong), $"a disabled token is refused with {disabled.Last.Outcome} {Text(disabled.Last)}");
    }

    private static async Task ExpiryAsync(Service service, Notes notes, string token, Taken wrong)
    {
        var ends = service.Clock.GetUtcNow() + Short;
        var password = Value(Service.Must(await service.GenerateAsync("generate a password for a minute", token, Short, "password2")));
        await service.Pass(Short);
        var expired = await service.UntilAsync(Second, () => service.LogInAsync("log in once expired", token, password), a => a.Status == 401, ends);
        notes.Settle("A13", IsLike(expired.Last, wrong), $"an expired password is refused with {expired.Last.Outcome} {Text(expired.Last)}");
        notes.Measure($"an expired password is refused {expired.When}, by this machine's clock");
    }

    private static async Task PastExpiryAsync(Service service, Notes notes, string token)
    {
        var past = await service.GenerateAsync("generate a password with a past expiry", token, TimeSpan.FromHours(-1), "password2");
        if (!past.IsSuccess)
        {
            notes.Settle("A10", false, $"an expiry in the past is answered with {past.Outcome}");
            return;
        }

        var login = await service.LogInAsync("log in with a past expiry", token, Value(past));
        notes.Settle("A10", login.Status == 401, $"an expiry in the past is accepted, and its password gets {login.Outcome}");
    }

    private static string Value(Taken generated) =>
        (string)generated.Json!["passwords"]!.AsArray().Single(p => (string?)p!["name"] == "password2")!["value"]!;

    private static bool IsLike(Taken refusal, Taken wrong) => refusal.Outcome == wrong.Outcome && Text(refusal) == Text(wrong);

    private static string Text(Taken refusal) => $"'{(string?)refusal.Json?["errors"]?[0]?["message"]}'";
}
