using Azure;
using Azure.Core;

namespace AcrTokens;

/// <summary>Translates settings into the executor's arguments.</summary>
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

    /// <summary>A scope map's actions, each once and in a fixed order.</summary>
    public static IReadOnlyList<string> ToActions(this IEnumerable<AcrScope> scopes, AcrSettings settings) =>
        [.. scopes.SelectMany(s => s.InForm(settings.OwnHosts).ToActions()).Distinct(StringComparer.OrdinalIgnoreCase).Order(StringComparer.Ordinal)];
}
