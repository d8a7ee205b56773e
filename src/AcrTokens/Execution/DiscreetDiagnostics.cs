using Azure.Core;

namespace AcrTokens.Execution;

/// <summary>Keeps credentials out of Azure.Core's events, whatever else a build enables there.</summary>
internal static class DiscreetDiagnostics
{
    // * stands for all headers.
    private static readonly string[] Telling = [HttpHeader.Names.Authorization, PolicyTokens.Header, "*"];

    public static void Apply(DiagnosticsOptions diagnostics)
    {
        diagnostics.IsLoggingContentEnabled = false; // responses carry passwords
        foreach (var name in diagnostics.LoggedHeaderNames.Where(name => Telling.Contains(name, StringComparer.OrdinalIgnoreCase)).ToList())
            diagnostics.LoggedHeaderNames.Remove(name);
    }
}
