using System.Runtime.CompilerServices;
using Azure.Core;
using Microsoft.Extensions.Logging;

namespace AcrTokens;

/// <summary>One sweep. The tokens run through it as a stream: a registry holds up to 50,000 of them.</summary>
internal sealed class SweepTokens(AcrClient client)
{
    private int listed;
    private int selected;
    private bool stopped;

    public async Task<AcrSweepReport> RunAsync(AcrTokenSweepSettings settings, CancellationToken cancellationToken)
    {
        var registry = await client.Registries.GetIdAsync(settings, cancellationToken).ConfigureAwait(false);
        var now = (await client.Executor.GetRegistryAsync(registry, cancellationToken).ConfigureAwait(false)).ReadOn ?? client.Clock.GetUtcNow();
        var rule = new SweepRule(settings.NamePrefix, settings.ClockSkew, now);

        var tokens = new BoundedWork(settings.DegreeOfParallelism, client.Logger);
        await tokens.RunAsync(SelectAsync(registry, rule, settings.MaximumTokens, cancellationToken), t => EndAsync(registry, t, cancellationToken), cancellationToken).ConfigureAwait(false);
        if (stopped)
            client.Logger.LogWarning("Stopped after {Maximum} tokens, with more to sweep: run it again, or raise SetMaximumTokens", settings.MaximumTokens);

        var scopeMaps = await new SweepScopeMaps(client, registry, rule).RunAsync(settings, stopped, cancellationToken).ConfigureAwait(false);
        var report = new AcrSweepReport
        {
            Listed = listed,
            Selected = selected,
            Deleted = tokens.Done,
            Failed = tokens.Failed + scopeMaps.Failed,
            ScopeMapsDeleted = scopeMaps.Deleted,
            Stopped = stopped || scopeMaps.Stopped,
        };
        client.Logger.LogInformation(
            "Swept registry {Registry}: looked at {Listed} tokens, deleted {Deleted} of {Selected} that are over, and {ScopeMaps} scope maps that nobody uses",
            registry.Name, report.Listed, report.Deleted, report.Selected, report.ScopeMapsDeleted);
        return report;
    }

    private async IAsyncEnumerable<AcrToken> SelectAsync(ResourceIdentifier registry, SweepRule rule, int maximum, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var token in client.Executor.ListTokensAsync(registry, cancellationToken).ConfigureAwait(false))
        {
            listed++;
            if (!rule.IsOver(token))
                continue;

            stopped = selected == maximum;
            if (stopped)
                yield break;

            selected++;
            yield return token;
        }
    }

    private async Task EndAsync(ResourceIdentifier registry, AcrToken token, CancellationToken cancellationToken)
    {
        var id = AcrResourceIds.Token(registry, token.Name);
        if (token.Status == AcrTokenStatus.Disabled || await client.Executor.DisableAsync(id, cancellationToken).ConfigureAwait(false))
            await client.Executor.RemoveAsync(id, cancellationToken).ConfigureAwait(false);
        client.Logger.LogDebug("Deleted token {Token}", token.Name);
    }
}
