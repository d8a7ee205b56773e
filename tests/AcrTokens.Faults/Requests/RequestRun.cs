using AcrTokens.Faults.Clients;

namespace AcrTokens.Faults.Requests;

/// <summary>Mint, use and revoke, with a library client in this process.</summary>
internal sealed record RequestRun(RequestCase Case, bool IsMinted, bool IsClean, bool? LoggedIn, string Said, IReadOnlyList<string> Wrong)
{
    public static async Task<RequestRun> OfAsync(ServedRegistry registry, RequestCase @case)
    {
        var existing = @case.IsOnExisting ? await registry.Clients.CreateExistingAsync(@case.Id, registry.Addresses.RegistryId) : null;
        foreach (var fault in @case.Faults)
            await registry.Control.ArmAsync(fault);
        if (@case.IsNeverMinted)
            await registry.Control.AwaitAnswerAsync(@case.Id, Operation.TokenPutPoll);

        var log = new TextLog();
        var wrong = new List<string>();
        var client = registry.Clients.Create(@case.Id, log, @case.MeetsSilence);
        var (isMinted, isClean, loggedIn) = (false, true, (bool?)null);

        var settings = new AcrTokenMintSettings().SetRegistryName(registry.Addresses.RegistryId);
        settings = existing is null ? settings.AddRepository($"faults/{@case.Id}", AcrPermission.Push) : settings.SetToken(existing);

        await TryAsync(async () =>
        {
            await using var prepared = @case.Prepares ? await client.PrepareTokenAsync(settings) : null;
            if (@case.IsNeverMinted)
            {
                await registry.Control.AnsweredAsync(@case.Id, Operation.TokenPutPoll);
                return;
            }

            var lease = await (prepared?.MintAsync() ?? client.MintTokenAsync(settings));
            isMinted = true;
            if (@case.Renews)
                await TryAsync(() => lease.RenewAsync());
            await TryAsync(async () => loggedIn = await lease.CanLogInAsync());
            await TryAsync(() => RevokeAsync(lease, inBackground: @case.Prepares));
        });
        return new RequestRun(@case, isMinted, isClean && !log.HasErrors, loggedIn, log.Text, wrong);

        async Task TryAsync(Func<Task> step)
        {
            try
            {
                await step();
            }
            catch (AcrException told)
            {
                isClean = false;
                log.Add(told);
            }
#pragma warning disable CA1031 // any other exception is an error
            catch (Exception other)
#pragma warning restore CA1031
            {
                isClean = false;
                log.Add(other);
                wrong.Add($"threw {other.GetType().Name}: {other.Message}");
            }
        }
    }

    private static Task RevokeAsync(AcrTokenLease lease, bool inBackground)
    {
        if (!inBackground)
            return lease.RevokeAsync();

        lease.BeginRevoke();
        return lease.DisposeAsync().AsTask();
    }
}
