using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;
using Azure.Core;

namespace AcrTokens.Tests;

/// <summary>Every task that calls Azure, once the build's OIDC sign-in is over, with the line that the build shows or logs.</summary>
internal sealed partial class VerbCases : IAsyncDisposable
{
    private readonly ListLogger log;
    private readonly Emulated emulated;
    private readonly SignInCases signIns;
    private readonly TokenCredential over;
    private bool isOver;

    private VerbCases(ListLogger log, Emulated emulated, SignInCases signIns)
    {
        (this.log, this.emulated, this.signIns) = (log, emulated, signIns);
        over = signIns.Assertion(expired: true);
        Client = new AcrClient(
            DelegatedTokenCredential.Create(SignIn, async (context, time) => await Task.Run(() => SignIn(context, time), time)),
            Options
        );
    }

    public static IReadOnlyDictionary<string, Func<VerbCases, Task<string>>> All { get; } =
        new Dictionary<string, Func<VerbCases, Task<string>>>
        {
            ["`AcrTokenMint`"] = c => c.FailsAsync(() => c.Client.MintTokenAsync(c.emulated.Mint)),
            ["`AcrTokenMint` with `AddRepository`"] = c =>
                c.FailsAsync(() => c.Client.MintTokenAsync(c.Of(new AcrTokenMintSettings()).AddRepository("samples/app", AcrPermission.Push))),
            ["`WithAcrToken`"] = c => c.FailsAsync(() => c.Client.WithTokenAsync(c.emulated.Mint, _ => Task.CompletedTask)),
            ["`AcrTokenPrepare`, logged"] = c => c.LogsAsync(c.PrepareAsync),
            ["`prepared.Mint()`"] = c => c.FailsAsync(c.PrepareAsync),
            ["`lease.Renew()`"] = c => c.FailsWithLeaseAsync(lease => lease.RenewAsync()),
            ["`lease.Revoke()`"] = c => c.FailsWithLeaseAsync(lease => lease.RevokeAsync()),
            ["`lease.Dispose()`, logged"] = c => c.LogsAsync(() => c.WithLeaseAsync(async lease => await lease.DisposeAsync())),
            ["`AcrTokenRevoke`"] = c => c.FailsAsync(() => c.Client.RevokeTokenAsync(c.Of(new AcrTokenRevokeSettings()).SetName("nightly"))),
            ["the guard, at the end of the process"] = c => c.GuardAsync(),
            ["`AcrTokenSweep`"] = c => c.FailsAsync(() => c.Client.SweepTokensAsync(c.Of(new AcrTokenSweepSettings()))),
            ["`AcrTokenPreflight`, a finding"] = c => c.PreflightAsync(),
            ["`AcrTokenCreate`"] = c =>
                c.FailsAsync(() =>
                    c.Client.CreateTokenAsync(c.Of(new AcrTokenCreateSettings()).SetName("nightly").SetScopeMap("_repositories_pull"))
                ),
            ["`AcrTokenUpdate`"] = c =>
                c.FailsAsync(() =>
                    c.Client.UpdateTokenAsync(c.Of(new AcrTokenUpdateSettings()).SetName("nightly").SetStatus(AcrTokenStatus.Disabled))
                ),
            ["`AcrTokenGet`"] = c => c.FailsAsync(() => c.Client.GetTokenAsync(c.Of(new AcrTokenGetSettings()).SetName("nightly"))),
            ["`AcrTokenList`"] = c => c.FailsAsync(async () => await c.Client.ListTokensAsync(c.Of(new AcrTokenListSettings())).ToListAsync()),
            ["`AcrTokenDelete`"] = c => c.FailsAsync(() => c.Client.DeleteTokenAsync(c.Of(new AcrTokenDeleteSettings()).SetName("nightly"))),
            ["`AcrTokenCredentialGenerate`"] = c =>
                c.FailsAsync(() => c.Client.GenerateTokenCredentialAsync(c.Of(new AcrTokenCredentialGenerateSettings()).SetName("nightly"))),
            ["`AcrScopeMapGet`"] = c => c.FailsAsync(() => c.Client.GetScopeMapAsync(c.Of(new AcrScopeMapGetSettings()).SetName("publish"))),
            ["`AcrScopeMapDelete`"] = c => c.FailsAsync(() => c.Client.DeleteScopeMapAsync(c.Of(new AcrScopeMapDeleteSettings()).SetName("publish"))),
            ["`AcrCredentialGet`"] = c => c.FailsAsync(() => c.Client.GetAdminCredentialAsync(c.Of(new AcrCredentialGetSettings()))),
            ["`AcrCredentialRegenerate`"] = c =>
                c.FailsAsync(() =>
                    c.Client.RegenerateAdminCredentialAsync(
                        c.Of(new AcrCredentialRegenerateSettings()).SetPasswordName(AcrAdminPasswordName.Password)
                    )
                ),
        };

    private AcrClient Client { get; }

    private AcrClientOptions Options => emulated.ClientOptions();

    [SuppressMessage("Reliability", "CA2000:Dispose objects before losing scope", Justification = "The cases dispose both.")]
    public static async Task<VerbCases> StartAsync()
    {
        var log = new ListLogger();
        return new VerbCases(log, await Emulated.StartAsync(log: log), await SignInCases.StartAsync());
    }

    public async ValueTask DisposeAsync()
    {
        await emulated.DisposeAsync();
        await signIns.DisposeAsync();
    }

    private T Of<T>(T settings)
        where T : AcrSettings => emulated.Of(settings);

    // Each access token is about to expire.
    private AccessToken SignIn(TokenRequestContext context, CancellationToken cancellationToken) =>
        isOver ? over.GetToken(context, cancellationToken) : new AccessToken(emulated.Emulator.AccessToken, DateTimeOffset.UtcNow);

    private async Task<string> FailsAsync(Func<Task> act)
    {
        isOver = true;
        return Brief((await Should.ThrowAsync<AcrException>(act)).Message);
    }

    private async Task<string> LogsAsync(Func<Task> act)
    {
        isOver = true;
        try
        {
            await act();
        }
        catch (AcrException)
        {
            // it is logged as well
        }

        return Brief(log.Lines.First(line => line.StartsWith("Error: ", StringComparison.Ordinal)));
    }

    private Task<string> FailsWithLeaseAsync(Func<AcrTokenLease, Task> act) => FailsAsync(() => WithLeaseAsync(act));

    private async Task WithLeaseAsync(Func<AcrTokenLease, Task> act)
    {
        isOver = false;
        var lease = await Client.MintTokenAsync(emulated.Mint);
        isOver = true;
        try
        {
            await act(lease);
        }
        finally
        {
            LeaseBook.Remove(lease);
        }
    }

    private async Task PrepareAsync()
    {
        await using var prepared = await Client.PrepareTokenAsync(emulated.Mint);
        await using var lease = await prepared.MintAsync();
    }

    private async Task<string> GuardAsync()
    {
        var line = "";
        await WithLeaseAsync(async lease =>
            line = (await AcrTokenGuard.RevokeAllAsync()).Single(l => l.Contains(lease.Name, StringComparison.Ordinal))
        );
        return Brief(line);
    }

    private async Task<string> PreflightAsync()
    {
        isOver = true;
        var report = await Client.PreflightAsync(Of(new AcrTokenPreflightSettings()));
        return Brief(report.Findings.Single(f => f.Severity == AcrPreflightSeverity.Error).Message);
    }

    // Replaces the parts that differ between runs.
    private static string Brief(string line) => Expiry().Replace(Minted().Replace(line, "acrt-…"), "until …");

    [GeneratedRegex("acrt-[0-9a-z-]+")]
    private static partial Regex Minted();

    [GeneratedRegex("until 20[0-9: -]+Z")]
    private static partial Regex Expiry();
}
