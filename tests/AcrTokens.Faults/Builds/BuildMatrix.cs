using System.Collections.Concurrent;
using AcrTokens.Faults.Clients;

namespace AcrTokens.Faults.Builds;

/// <summary>Runs builds as processes, a few at a time.</summary>
internal static class BuildMatrix
{
    private const int AtOnce = 2;

    // Those whose revocation meets trouble wait most of their time.
    private const int TroubledAtOnce = 6;

    /// <summary>Every stage x every ending; then handlers, preparations, existing tokens and renewals, and revocations in trouble.</summary>
    public static async Task<IReadOnlyList<Verdict>> RunAllAsync(ServedRegistry registry) =>
        [
            .. await RunAsync(registry, [.. BuildCase.All, .. BuildCase.Handled, .. BuildCase.Prepared, .. BuildCase.OnExisting]),
            .. await RunAsync(registry, BuildCase.Troubled, TroubledAtOnce),
        ];

    /// <param name="registry">Where they mint.</param>
    /// <param name="cases">What happens to them.</param>
    /// <param name="atOnce">How many at the same time.</param>
    /// <param name="command">What is started for a case. Default: the build.</param>
    public static async Task<IReadOnlyList<Verdict>> RunAsync(
        ServedRegistry registry,
        IEnumerable<BuildCase> cases,
        int atOnce = AtOnce,
        Func<BuildCase, string[]>? command = null
    )
    {
        var verdicts = new ConcurrentBag<Verdict>();
        await Parallel.ForEachAsync(
            cases,
            new ParallelOptions { MaxDegreeOfParallelism = atOnce },
            async (@case, _) => verdicts.Add(await BuildJudge.JudgeAsync(registry, await BuildRun.OfAsync(registry, @case, command?.Invoke(@case))))
        );
        return [.. verdicts];
    }
}
