using System.Diagnostics.CodeAnalysis;
using AcrTokens.Live.Tests.Runs;
using AcrTokens.Live.Tests.Wire;

namespace AcrTokens.Live.Tests.Probes;

/// <summary>Reads the budgets in Resource Manager's headers. Costly: uses up the principal's budget of reads.</summary>
internal sealed class Throttling : Probe
{
    private const int Batches = 15;
    private const int InParallel = 40;

    public override IReadOnlyList<string> Settles => ["A22", "A23", "A28"];

    public override async Task RunAsync(Service service, Notes notes)
    {
        var missing = Service.NewName();
        Budget(notes, "reads", await service.ArmAsync("a read", "GET", $"tokens/{missing}"));
        Budget(notes, "writes", await service.GenerateAsync("a write", missing, TimeSpan.FromMinutes(1)));
        Budget(notes, "deletes", await service.ArmAsync("a delete", "DELETE", $"tokens/{missing}"));

        if (!service.Costly.Contains(LiveSettings.Throttling))
        {
            notes.NotTried("A22", $"{LiveSettings.CostlyVariable} lacks {LiveSettings.Throttling}");
            notes.NotTried("A23", $"{LiveSettings.CostlyVariable} lacks {LiveSettings.Throttling}");
            return;
        }

        if (await UseUpAsync(service, $"tokens/{missing}") is not { } refused)
        {
            notes.NotTried("A22", $"{Batches * InParallel} reads were not throttled");
            notes.NotTried("A23", $"{Batches * InParallel} reads were not throttled");
            return;
        }

        refused.Step = "throttled";
        notes.Settle("A22", refused.ErrorCode == "SubscriptionRequestsThrottled", $"a read over the budget: {refused.Outcome}");
        await service.Pass(Service.RetryAfter(refused));
        var after = await service.ArmOnceAsync("after the wait", "GET", $"tokens/{missing}");
        notes.Settle("A23", after.Status != 429, $"after Retry-After: {refused.Header("Retry-After") ?? "none"}, the next read gets {after.Outcome}");
    }

    private static void Budget(Notes notes, string kind, Taken answer)
    {
        string[] names = [$"x-ms-ratelimit-remaining-subscription-{kind}", $"x-ms-ratelimit-remaining-subscription-global-{kind}"];
        var left = names.Select(name => answer.Header(name)).ToList();
        notes.Settle(
            "A28",
            left.TrueForAll(value => value is not null),
            $"a response to {kind} with {answer.Outcome} has {string.Join(" and ", left.Select(v => v ?? "nothing"))} left"
        );
    }

    [SuppressMessage("Reliability", "CA2025", Justification = "All requests of a batch are awaited.")]
    private static async Task<Taken?> UseUpAsync(Service service, string path)
    {
        for (var batch = 0; batch < Batches; batch++)
        {
            var answers = await Task.WhenAll(Enumerable.Range(0, InParallel).Select(_ => service.ArmOnceAsync("use up the budget", "GET", path)));
            if (answers.FirstOrDefault(answer => answer.Status == 429) is { } refused)
                return refused;
        }

        return null;
    }
}
