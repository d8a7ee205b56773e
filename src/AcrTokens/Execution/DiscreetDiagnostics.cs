using Azure.Core;

namespace AcrTokens.Execution;

/// <summary>Keeps credentials out of Azure.Core's events, whatever else a build wants to see there.</summary>
internal static class DiscreetDiagnostics
{
    // The last stands for every header.
    private static readonly string[] Telling = [HttpHeader.Names.Authorization, PolicyTokens.Header, "*"];

    public static void Apply(DiagnosticsOptions diagnostics)
    {
        diagnostics.IsLoggingContentEnabled = false; // answers carry passwords
        foreach (var name in diagnostics.LoggedHeaderNames.Where(name => Telling.Contains(name, StringComparer.OrdinalIgnoreCase)).ToList())
            diagnostics.LoggedHeaderNames.Remove(name);
    }
}
