using System.Diagnostics;
using System.Text.Json;
using AcrTokens;
using Serilog;

/// <summary>Code that an author may write about a lease without thinking. None of it may reveal the password.</summary>
static class Careless
{
    public static void TellAllOf(AcrTokenLease lease, string folder)
    {
        var config = lease.GetDockerConfig();
        Log.Information("Using {Lease} with {Password}, {Fingerprint}", lease, lease.Password, lease.Password.Fingerprint);
        Log.Debug("{@Lease} {@Password} {$Password} {@Configuration}", lease, lease.Password, lease.Password, config);
        Log.Verbose("{Variables} {@Variables}", config.Variables, config.Variables);
        Console.WriteLine($"{lease}, {lease.Password}");
        Console.Error.WriteLine($"{lease}, {lease.Password}");
        File.WriteAllText(Path.Combine(folder, "lease.json"), JsonSerializer.Serialize(new { Lease = lease, lease.Password, Configuration = config }));

        if (Mode.LogsHttp)
            Log.Information("The registry accepts it: {Accepted}", lease.CanLogIn());
        if (Mode.IsVerbose)
            TellEnvironment();
    }

    // The build's own environment, and the environment that a child inherits.
    static void TellEnvironment()
    {
        Log.Verbose("{@Environment}", Environment.GetEnvironmentVariables());
        using var child = Process.Start(new ProcessStartInfo("env"))!;
        child.WaitForExit();
    }
}
