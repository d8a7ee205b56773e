using System.Text.Json.Nodes;
using NSubstitute;

namespace AcrTokens.Tests;

/// <summary>The lines of the audit log.</summary>
public sealed class Audits
{
    private readonly List<string> lines = [];
    private readonly SkippingClock clock = new();
    private readonly AcrExecutor executor = Substitutes.Executor();

    [Fact]
    public async Task Have_one_line_for_each_lease()
    {
        var mint = new AcrTokenMintSettings().InRegistry().AddRepository("samples/app", AcrPermission.Pull);
        var lease = await Client().MintTokenAsync(mint);
        clock.Advance(TimeSpan.FromMinutes(5));
        await lease.RevokeAsync();
        await lease.RevokeAsync();
        await lease.DisposeAsync();

        var line = JsonNode.Parse(lines.ShouldHaveSingleItem())!.AsObject();
        line.Remove("run"); // of the CI host that runs this
        line.ToJsonString()
            .ShouldBe(
                $$"""{"token":"{{lease.Name}}","registry":"contoso","scope":["repositories/samples/app/content/read"],"""
                    + """ "minted":"2026-11-21T06:00:00Z","expires":"2026-11-21T06:30:00Z","ended":"2026-11-21T06:05:00Z",""".TrimStart()
                    + """ "how":"deleted","by":"revoke"}""".TrimStart()
            );
    }

    [Fact]
    public async Task Say_how_it_ended_and_by_what()
    {
        (await EndingAsync(Substitutes.Mint, lease => lease.DisposeAsync().AsTask())).ShouldBe(("deleted", "dispose"));
        (await EndingAsync(Substitutes.Mint.EnableKeepDisabled(), lease => lease.RevokeAsync())).ShouldBe(("disabled", "revoke"));
        (await EndingAsync(Substitutes.Mint, lease => ((IOpenToken)lease).EndAsync())).ShouldBe(("deleted", "end of build"));
        (await EndingAsync(Substitutes.Mint, lease => Task.Run(lease.Detach))).ShouldBe(("detached", "detach"));
    }

    [Fact]
    public async Task Name_the_end_of_the_process()
    {
        var end = new ProcessEnd(clock);
        await using var lease = await Client(end).MintTokenAsync(Substitutes.Mint);
        end.BeginExit();

        await ((IOpenToken)lease).EndAsync();

        Last("by").ShouldBe("exit");
    }

    [Fact]
    public async Task Have_a_line_for_a_failure_and_another_one_for_the_end()
    {
        var lease = await Client().MintTokenAsync(Substitutes.Mint);
        executor.RefuseToEnd(new AcrException("No.") { Status = 403, ServiceCode = "AuthorizationFailed" });
        await Should.ThrowAsync<AcrException>(() => lease.RevokeAsync());
        (Last("how"), Last("error")).ShouldBe(("failed", "AuthorizationFailed"));

        executor.UpdateTokenAsync(null!, null!, default, default).ReturnsForAnyArgs((AcrToken)null!);
        executor.DeleteTokenAsync(null!, default, default).ReturnsForAnyArgs(Task.CompletedTask);
        await lease.RevokeAsync();

        lines.Count.ShouldBe(2);
        (Last("how"), Last("error")).ShouldBe(("deleted", null));
    }

    [Fact]
    public async Task Have_a_line_for_a_token_that_is_revoked_by_name()
    {
        await Client().RevokeTokenAsync(new AcrTokenRevokeSettings().InRegistry().SetName("ci-push"));

        (Last("token"), Last("how"), Last("by"), Last("minted")).ShouldBe(("ci-push", "deleted", "AcrTokenRevoke", null));
    }

    [Fact]
    public async Task Have_none_for_a_rehearsal()
    {
        await using (var lease = await Client().MintTokenAsync(Substitutes.Mint.EnableWhatIf()))
            lease.Name.ShouldNotBeEmpty();
        await Client().RevokeTokenAsync(new AcrTokenRevokeSettings().InRegistry().SetName("ci-push").EnableWhatIf());

        lines.ShouldBeEmpty();
    }

    [Fact]
    public async Task Cannot_keep_a_token_from_its_end()
    {
        var options = new AcrClientOptions { TimeProvider = clock, Audit = _ => throw new IOException("No space left on device") };
        var lease = await new AcrClient(executor, options).MintTokenAsync(Substitutes.Mint);

        await lease.RevokeAsync();

        lease.RevokedOn.ShouldNotBeNull();
        AcrTokenGuard.OpenLeases.ShouldNotContain(lease);
    }

    private async Task<(string How, string By)> EndingAsync(AcrTokenMintSettings settings, Func<AcrTokenLease, Task> end)
    {
        await end(await Client().MintTokenAsync(settings));
        return (Last("how")!, Last("by")!);
    }

    private string? Last(string field) => (string?)JsonNode.Parse(lines[^1])![field];

    private AcrClient Client(ProcessEnd? end = null)
    {
        var options = new AcrClientOptions { TimeProvider = clock, Audit = lines.Add };
        if (end is not null)
            options.ProcessEnd = end;
        return new AcrClient(executor, options);
    }
}
