using AcrTokens.Faults.Clients;

namespace AcrTokens.Faults.Requests;

/// <summary>Mint, use and revoke, with a library client in this process.</summary>
internal sealed record RequestRun(RequestCase Case, bool IsMinted, bool IsClean, bool? LoggedIn, string Said, IReadOnlyList<string> Wrong)
{
    public static async Task<RequestRun> OfAsync(ServedRegistry registry, RequestCase @case)
    {
        foreach (var fault in @case.Faults)
            await registry.Control.ArmAsync(fault);

        var log = new TextLog();
        var wrong = new List<string>();
        var client = registry.Clients.Create(@case.Id, log, @case.MeetsSilence);
        var (isMinted, isClean, loggedIn) = (false, true, (bool?)null);

        await TryAsync(async () =>
        {
            var lease = await client.MintTokenAsync(
                new AcrTokenMintSettings().SetRegistryName(registry.Addresses.RegistryId).AddRepository($"faults/{@case.Id}", AcrPermission.Push)
            );
            isMinted = true;
            await TryAsync(async () => loggedIn = await lease.CanLogInAsync());
            await TryAsync(() => lease.RevokeAsync());
        });
        return new RequestRun(@case, isMinted, isClean, loggedIn, log.Text, wrong);

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
}
