using System.Runtime.CompilerServices;
using Azure.Core;
using Microsoft.Extensions.Logging;

namespace AcrTokens;

/// <summary>One sweep. Streams the tokens: a registry holds up to 50,000.</summary>
internal sealed class SweepTokens(AcrClient client)
{
    private static readonly TimeSpan ProgressInterval = TimeSpan.FromSeconds(30);

    private readonly List<ResourceIdentifier> leftEnabled = []; // existing tokens, of which there are few
    private int listed;
    private int selected;
    private int unreadable;
    private bool stopped;
    private volatile bool locked;
    private long told = client.Clock.GetTimestamp();

    public Task<AcrSweepReport> RunAsync(AcrTokenSweepSettings settings, CancellationToken cancellationToken) =>
        TokenOperation.RunAsync("sweep", client, null, operation => RunAsync(settings, operation, cancellationToken));

    private async Task<AcrSweepReport> RunAsync(AcrTokenSweepSettings settings, TokenOperation operation, CancellationToken cancellationToken)
    {
        var registry = await client.Registries.GetIdAsync(settings, cancellationToken).ConfigureAwait(false);
        operation.Registry = registry.Name;
        var now = (await client.Executor.GetRegistryAsync(registry, cancellationToken).ConfigureAwait(false)).ReadOn ?? client.Time.Now;
        var rule = new SweepRule(settings.NamePrefix, settings.ClockSkew, now);
        var pace = settings.WhatIf ? null : client.PaceOf(registry);

        var tokens = new BoundedWork(settings.DegreeOfParallelism, client.Log);
        var over = SelectAsync(registry, rule, settings, tokens, cancellationToken);
        await tokens
            .RunAsync(over, t => DeleteAsync(AcrResourceIds.Token(registry, t.Name), pace, cancellationToken), cancellationToken)
            .ConfigureAwait(false);
        if (locked)
            client.Log.LogWarning("Stopped: a lock lets nothing of registry {Registry} be deleted", registry.Name);
        else if (stopped)
            client.Log.LogWarning(
                "Stopped after {Maximum} tokens, with more to sweep: run it again, or raise SetMaximumTokens",
                settings.MaximumTokens
            );

        var existing = new SweepExisting(client, rule);
        await existing.RunAsync(leftEnabled, settings.DegreeOfParallelism, cancellationToken).ConfigureAwait(false);
        var scopeMaps = locked
            ? default
            : await new SweepScopeMaps(client, registry, rule, pace).RunAsync(settings, stopped, cancellationToken).ConfigureAwait(false);
        var report = Report(tokens) with
        {
            Failed = tokens.Failed + existing.Failed,
            Disabled = existing.Disabled,
            ScopeMapsDeleted = scopeMaps.Deleted,
            ScopeMapsFailed = scopeMaps.Failed,
            ScopeMapsUnreadable = scopeMaps.Unreadable,
            Stopped = stopped || locked || scopeMaps.Stopped,
        };
        settings.Progress?.Report(report);
        operation.Set("acr.sweep.deleted", report.Deleted);
        operation.Set("acr.sweep.failed", report.Failed);
        client.Log.LogInformation(
            "Swept registry {Registry}: looked at {Listed} tokens, deleted {Deleted} of {Selected} that are over, and {ScopeMaps} scope "
                + "maps that nobody uses",
            registry.Name,
            report.Listed,
            report.Deleted,
            report.Selected,
            report.ScopeMapsDeleted
        );
        return report;
    }

    private async IAsyncEnumerable<AcrToken> SelectAsync(
        ResourceIdentifier registry,
        SweepRule rule,
        AcrTokenSweepSettings settings,
        BoundedWork work,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        await foreach (var token in client.Executor.ListTokensAsync(registry, PassOver, cancellationToken).ConfigureAwait(false))
        {
            listed++;
            TellProgress(registry, settings.Progress, work);
            if (rule.IsLeftEnabled(token))
                leftEnabled.Add(AcrResourceIds.Token(registry, token.Name));
            if (!rule.IsOver(token))
                continue;

            stopped = selected == settings.MaximumTokens;
            if (stopped)
                yield break;

            // A lock forbids all deletions: the rest is not tried.
            if (locked)
            {
                stopped = true;
                yield break;
            }

            selected++;
            yield return token;
        }
    }

    private AcrSweepReport Report(BoundedWork tokens) =>
        new()
        {
            Listed = listed,
            Selected = selected,
            Deleted = tokens.Done,
            Failed = tokens.Failed,
            Unreadable = unreadable,
            ScopeMapsDeleted = 0,
            Stopped = false,
        };

    private void PassOver(AcrException odd)
    {
        unreadable++;
        client.TellOdd(odd);
    }

    // The list is read only as fast as tokens are deleted.
    private void TellProgress(ResourceIdentifier registry, IProgress<AcrSweepReport>? progress, BoundedWork work)
    {
        progress?.Report(Report(work));
        if (client.Clock.GetElapsedTime(told) < ProgressInterval)
            return;

        told = client.Clock.GetTimestamp();
        client.Log.LogInformation(
            "Sweeping registry {Registry}: looked at {Listed} tokens so far, deleted {Deleted} of {Selected} that are over",
            registry.Name,
            listed,
            work.Done,
            selected
        );
    }

    // Not disabled first, as in a revocation: an expired token cannot log in, and the write budget is for builds that mint.
    private async Task DeleteAsync(ResourceIdentifier token, Pace? pace, CancellationToken cancellationToken)
    {
        if (pace is not null)
            await pace.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            await client.Executor.RemoveAsync(token, cancellationToken).ConfigureAwait(false);
        }
        catch (AcrException refused) when (refused.ServiceCode == AcrException.ScopeLocked)
        {
            locked = true;
            throw;
        }

        client.Log.LogDebug("Deleted token {Token}", token.Name);
    }
}
