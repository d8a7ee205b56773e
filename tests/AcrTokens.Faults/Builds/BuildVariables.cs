namespace AcrTokens.Faults.Builds;

/// <summary>The environment of a build under test: the few variables that a .NET program needs, and the registry's addresses.</summary>
internal static class BuildVariables
{
    // The network timeout is short only for cases about the service's silence: a busy machine is slow as well.
    private static readonly TimeSpan Impatient = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan Patient = TimeSpan.FromMinutes(1);

    /// <param name="addresses">The registry's addresses.</param>
    /// <param name="id">The id of the case that the requests belong to.</param>
    /// <param name="home">The user's home folder.</param>
    /// <param name="temporary">The temporary folder, which holds the private folders.</param>
    /// <param name="meetsSilence">Whether a request may get no response.</param>
    public static Dictionary<string, string> Of(Addresses addresses, string id, string home, string temporary, bool meetsSilence = false)
    {
        var variables = new Dictionary<string, string>
        {
            ["PATH"] = Environment.GetEnvironmentVariable("PATH") ?? "",
            ["HOME"] = home,
            ["TMPDIR"] = temporary,
            ["TERM"] = "dumb",
            ["DOTNET_NOLOGO"] = "1",
            ["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1",
            ["DOTNET_GENERATE_ASPNET_CERTIFICATE"] = "false",
            ["DOTNET_EnableDiagnostics"] = "0",
            ["NUKE_TELEMETRY_OPTOUT"] = "1",
            ["FALLOUT_TELEMETRY_OPTOUT"] = "1",
            ["FAULTS_RESOURCE_MANAGER"] = $"{addresses.ResourceManager}",
            ["FAULTS_CONTROL"] = $"{new Uri(addresses.Control, "_faults/")}",
            ["FAULTS_TOKEN"] = addresses.AccessToken,
            ["FAULTS_CERTIFICATE"] = addresses.CertificatePem,
            ["FAULTS_REGISTRY"] = addresses.RegistryId,
            ["FAULTS_CASE"] = id,
            ["FAULTS_NETWORK_TIMEOUT"] = $"{(meetsSilence ? Impatient : Patient)}",
            ["FAULTS_REVOKE_TIMEOUT"] = $"{TimeSpan.FromSeconds(30)}",
            ["FAULTS_HANDLER"] = $"{SignalHandler.None}",
            ["FAULTS_BODY"] = "0",
            ["FAULTS_PREPARES"] = "0",
            ["FAULTS_RENEWS"] = "0",
            ["FAULTS_EXISTING"] = "",
            ["FAULTS_SCRIPT"] = "",
        };
        if (Environment.GetEnvironmentVariable("DOTNET_ROOT") is { } dotnet)
            variables["DOTNET_ROOT"] = dotnet;
        return variables;
    }
}
