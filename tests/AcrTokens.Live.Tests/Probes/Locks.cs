using AcrTokens.Live.Tests.Runs;

namespace AcrTokens.Live.Tests.Probes;

/// <summary>Locks the registry against deletion for a moment, and tries to disable and delete a token.</summary>
internal sealed class Locks : Probe
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(2);

    public override IReadOnlyList<string> Settles => ["A26"];

    public override async Task RunAsync(Service service, Notes notes)
    {
        if (service.Lock is not { } registry)
        {
            notes.NotTried("A26", $"{LiveSettings.RightsVariable} lacks {LiveSettings.Locks}");
            return;
        }

        var token = await service.NewTokenAsync("create a token");
        await registry.PutAsync();
        try
        {
            var refused = await service.UntilAsync(Interval, () => DeleteAsync("delete what is not there"), a => a.Status == 409);
            var deleted = await service.ArmAsync("delete a token under a lock", "DELETE", $"tokens/{token}");
            var disabled = await service.ArmAsync(
                "disable a token under a lock",
                "PATCH",
                $"tokens/{token}",
                """{"properties":{"status":"disabled"}}"""
            );
            notes.Measure($"a lock takes effect {refused.When}");
            notes.Settle(
                "A26",
                deleted.Outcome == "409 ScopeLocked" && disabled.IsSuccess,
                $"under a lock against deletion a DELETE gets {deleted.Outcome}, a PATCH {disabled.Outcome}"
            );
        }
        finally
        {
            await registry.RemoveAsync();
        }

        var free = await service.UntilAsync(Interval, () => DeleteAsync("delete once the lock is off"), a => a.Status != 409);
        notes.Measure($"a lock that was taken off ends {free.When}");

        Task<Wire.Taken> DeleteAsync(string step) => service.ArmAsync(step, "DELETE", $"tokens/{Service.NewName()}");
    }
}
