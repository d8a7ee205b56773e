using AcrTokens.Faults;
using AcrTokens.Faults.Builds;

namespace AcrTokens.Canary.Tests;

/// <summary>The environment of a build to search.</summary>
internal static class VictimVariables
{
    /// <summary>A secret parameter of the build.</summary>
    public const string ApiKey = "not-a-key-but-a-canary";

    /// <summary>A secret that is too short to be redacted.</summary>
    public const string ShortKey = "short";

    public static IReadOnlyDictionary<string, string> Of(Addresses addresses, CanaryCase canary, string id, VictimFolders folders)
    {
        var variables = BuildVariables.Of(addresses, id, folders.Home, folders.Temporary);
        variables["PATH"] = $"{folders.Tools}:{variables["PATH"]}";
        variables["CANARY_ENDING"] = $"{canary.Ending}";
        variables["CANARY_HANDOVER"] = $"{canary.HandOver}";
        variables["CANARY_SLIP"] = $"{canary.Slip}";
        variables["CANARY_VERBOSE"] = canary.IsVerbose ? "1" : "0";
        variables["CANARY_HTTP_LOG"] = canary.LogsHttp ? "1" : "0";
        variables["CANARY_REDACT"] = canary.Redacts ? "1" : "0";
        variables["CANARY_OPEN_LINE"] = canary.LeavesALineOpen ? "1" : "0";
        variables["CANARY_MASKS"] = canary.TurnsMasksOff ? "0" : "1";
        variables["CANARY_PROXY_EXEC"] = "0";
        variables["API_KEY"] = ApiKey;
        variables["SHORT_KEY"] = ShortKey;
        foreach (var (name, value) in canary.Host.Variables)
            variables[name] = value;
        return variables;
    }
}
