using AcrTokens.Live.Tests.Runs;

namespace AcrTokens.Live.Tests.Probes;

/// <summary>Measures how soon a new password works, and how soon the one that it replaced does not. The service documents 60 seconds.</summary>
internal sealed class RegeneratedPassword : Probe
{
    public override IReadOnlyList<string> Settles => ["A11", "A12"];

    public override async Task RunAsync(Service service, Notes notes)
    {
        var token = await service.NewTokenAsync("create a token");
        var first = await service.PasswordAsync("generate the first password", token);
        var works = await service.UntilAsync(Second, () => service.LogInAsync("log in with the first", token, first), a => a.IsSuccess);
        notes.Settle("A11", works.Immediately, $"a token's first password works {works.When}");

        var second = await service.PasswordAsync("generate it again", token);
        var since = service.Clock.GetUtcNow();
        works = await service.UntilAsync(Second, () => service.LogInAsync("log in with the new one", token, second), a => a.IsSuccess, since);
        notes.Settle("A11", works.Immediately, $"a password that was generated again works {works.When}");

        var refused = await service.UntilAsync(
            Second,
            () => service.LogInAsync("log in with the old one", token, first),
            a => a.Status == 401,
            since
        );
        notes.Settle("A12", refused.Immediately, $"the password that it replaced is refused {refused.When}");
    }
}
