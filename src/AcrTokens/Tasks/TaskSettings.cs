using Azure;
using Azure.Core;

namespace AcrTokens;

/// <summary>From what a build author chose to what the executor is given.</summary>
internal static class TaskSettings
{
    public static AcrTokenChanges ToChanges(this AcrTokenChangeSettings settings, ResourceIdentifier registry) =>
        new()
        {
            ScopeMapId = registry.ScopeMap(settings.ScopeMap),
            Status = settings.Status,
            Passwords = settings.Passwords,
            Certificates = settings.Certificates,
        };

    public static WaitUntil ToWaitUntil(this IAcrNoWait settings) => settings.NoWait ? WaitUntil.Started : WaitUntil.Completed;

    /// <summary>A scope map's actions: each once, whatever the order of the scopes.</summary>
    public static IReadOnlyList<string> ToActions(this IEnumerable<AcrScope> scopes, AcrSettings settings) =>
        [.. scopes.SelectMany(s => s.InForm(settings.OwnHosts).ToActions()).Distinct(StringComparer.OrdinalIgnoreCase).Order(StringComparer.Ordinal)];
}
