using Azure.Core;
using Microsoft.Extensions.Logging;

namespace AcrTokens;

/// <summary>Checks, by reading only, whether a mint and its revocation would work.</summary>
internal sealed class Preflight(AcrClient client, Func<string, string?>? variable = null)
{
    private readonly List<AcrPreflightFinding> findings = [];

    public async Task<AcrPreflightReport> RunAsync(AcrTokenPreflightSettings settings, CancellationToken cancellationToken)
    {
        try
        {
            CheckSignIn(settings.Lifetime);
            var id = await client.Registries.GetIdAsync(settings, cancellationToken).ConfigureAwait(false);
            var registry = await ReadRegistryAsync(settings, id, cancellationToken).ConfigureAwait(false);
            CheckClock(registry?.ReadOn);
            if (settings.Tokens.Count == 0)
                await CheckQuotaAsync(id, registry?.Sku, cancellationToken).ConfigureAwait(false);
            await CheckRightsAsync(settings, id, cancellationToken).ConfigureAwait(false);
            await CheckLocksAsync(id, settings.Tokens.Count > 0, cancellationToken).ConfigureAwait(false);
            foreach (var token in settings.Tokens)
                await CheckTokenAsync(AcrResourceIds.Token(id, token), cancellationToken).ConfigureAwait(false);
            if (settings.ScopeMap is not null)
                await CheckScopeMapAsync(id.ScopeMap(settings.ScopeMap), cancellationToken).ConfigureAwait(false);
        }
        catch (AcrException failure)
        {
            Error(failure.Message);
        }

        return new AcrPreflightReport { Findings = findings };
    }

    private async Task<AcrRegistry?> ReadRegistryAsync(AcrTokenPreflightSettings settings, ResourceIdentifier id, CancellationToken cancellationToken)
    {
        AcrRegistry registry;
        try
        {
            registry = await client.Executor.GetRegistryAsync(id, cancellationToken).ConfigureAwait(false);
        }
        catch (AcrException refused) when (refused.Status == 403 && settings.Registry.LoginServer is not null)
        {
            Information($"The registry could not be read, and need not be, since it is named by its login server. {refused.Message}");
            return null;
        }
        catch (AcrException refused) when (refused.Status == 403)
        {
            Error($"{refused.Message} Or name the registry by its login server, which then need not be asked for.");
            return null;
        }

        client.Registries.Note(settings, id, registry.LoginServer);
        Information(
            $"Registry '{id.Name}': login server {registry.LoginServer}, SKU {registry.Sku ?? "not said"}, role assignments "
                + $"{registry.RoleAssignmentMode ?? "not said"}."
        );
        if (registry.ProvisioningState != default && registry.ProvisioningState != AcrProvisioningState.Succeeded)
            Warning($"Registry '{id.Name}' is in state {registry.ProvisioningState}: it may refuse changes.");
        return registry;
    }

    private void CheckClock(DateTimeOffset? service)
    {
        if (service is null)
        {
            Information("The clocks could not be compared: the service's answer has no date.");
            return;
        }

        var ahead = client.Clock.GetUtcNow() - service.Value;
        var difference = $"This machine's clock is {ServiceTime.Describe(ahead)} the service's";
        if (ahead.Duration() > ServiceTime.LargeSkew)
            Warning(
                $"{difference}. Passwords expire by the service's clock, as asked; names of tokens carry this machine's, and signing in may "
                    + "fail. Set the clock."
            );
    }

    private async Task CheckQuotaAsync(ResourceIdentifier id, string? sku, CancellationToken cancellationToken)
    {
        if (TokenQuota.Of(sku) is not { } quota)
        {
            Information($"The number of tokens could not be checked: the quota of SKU {sku ?? "(not said)"} is not known.");
            return;
        }

        int count;
        var unreadable = 0;
        try
        {
            count =
                await client.Executor.ListTokensAsync(id, _ => unreadable++, cancellationToken).CountAsync(cancellationToken).ConfigureAwait(false)
                + unreadable;
        }
        catch (AcrException refused) when (refused.Status == 403)
        {
            Information($"The number of tokens could not be checked. {refused.Message}");
            return;
        }

        var filled = $"Registry '{id.Name}' has {count} of the {quota} tokens that SKU {sku} holds";
        if (count >= quota)
            Error($"{filled}: no other can be created. Sweep it (AcrTokenSweep), or delete tokens.");
        else if (count >= quota * 0.9)
            Warning($"{filled}. Sweep it (AcrTokenSweep), or delete tokens.");
        else
            Information($"{filled}.");
    }

    private async Task CheckRightsAsync(AcrTokenPreflightSettings settings, ResourceIdentifier id, CancellationToken cancellationToken)
    {
        var needed = NeededRights.Of(settings).ToList();
        if (await client.Executor.GetPermissionsAsync(id, cancellationToken).ConfigureAwait(false) is not { } roles)
        {
            Information($"The credential's rights could not be checked: it may not ask for them. It needs {string.Join(", ", needed)}.");
            return;
        }

        var missing = needed.Where(action => !roles.Any(r => r.Permits(action))).ToList();
        foreach (var action in missing)
            Error($"The credential lacks the right '{action}' on registry '{id.Name}': grant it a role that has it.");
        if (missing.Count == 0)
            Information("The credential has the rights that a mint and its revocation need.");
    }

    private async Task CheckLocksAsync(ResourceIdentifier id, bool deletesNothing, CancellationToken cancellationToken)
    {
        IReadOnlyList<AcrLock>? locks;
        try
        {
            locks = await client.Executor.GetLocksAsync(id, cancellationToken).ConfigureAwait(false);
        }
        catch (AcrException failure)
        {
            Information($"Whether a lock keeps tokens from being deleted could not be checked. {failure.Message}");
            return;
        }

        if (locks is null)
        {
            Information("Whether a lock keeps tokens from being deleted could not be checked: the credential may not ask for locks.");
            return;
        }

        foreach (var one in locks)
        {
            if (one.ForbidsWriting)
                Error($"The lock '{one.Id}' lets nothing be written: no token can be minted.");
            else if (!deletesNothing)
                Warning(
                    $"The lock '{one.Id}' keeps tokens from being deleted: a revocation disables them, and each takes a place of the quota "
                        + "until the lock is gone and a sweep comes. EnableKeepDisabled does not try to delete them."
                );
        }
    }

    private async Task CheckScopeMapAsync(ResourceIdentifier id, CancellationToken cancellationToken)
    {
        try
        {
            if (await client.Executor.GetScopeMapIfExistsAsync(id, cancellationToken).ConfigureAwait(false) is null)
                Error($"There is no {AcrResourceIds.Describe(id)}.");
        }
        catch (AcrException refused) when (refused.Status == 403)
        {
            Information($"Whether there is a {AcrResourceIds.Describe(id)} could not be checked. {refused.Message}");
        }
    }

    private async Task CheckTokenAsync(ResourceIdentifier id, CancellationToken cancellationToken)
    {
        AcrToken? token;
        try
        {
            token = await client.Executor.GetTokenIfExistsAsync(id, cancellationToken).ConfigureAwait(false);
        }
        catch (AcrException refused) when (refused.Status == 403)
        {
            Error(refused.Message); // a mint reads it too
            return;
        }

        var slots = token is null ? null : new PasswordSlots(token, token.ReadOn ?? client.Time.Now);
        if (slots is null)
            Error($"There is no {AcrResourceIds.Describe(id)}.");
        else if (slots.Refusal is { } refusal)
            Error($"{char.ToUpperInvariant(refusal[0])}{refusal[1..]}.");
        else if (slots.Free is null)
            Warning($"Token '{id.Name}' has no free password ({slots.InUse}): a mint fails or waits (SetTokenWait).");
        else
            Information($"Token '{id.Name}' has a free password.");
    }

    private void CheckSignIn(TimeSpan lifetime)
    {
        if (FederatedSignIn.Detect(variable)?.WarningFor(lifetime) is { } warning)
            Warning(warning);
    }

    private void Information(string message) => Add(AcrPreflightSeverity.Information, LogLevel.Information, message);

    private void Warning(string message) => Add(AcrPreflightSeverity.Warning, LogLevel.Warning, message);

    private void Error(string message) => Add(AcrPreflightSeverity.Error, LogLevel.Error, message);

    private void Add(AcrPreflightSeverity severity, LogLevel level, string message)
    {
        findings.Add(new AcrPreflightFinding(severity, message));
        client.Log.Log(level, "{Finding:l}", message);
    }
}
