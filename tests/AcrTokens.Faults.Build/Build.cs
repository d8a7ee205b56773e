using AcrTokens;
using Nuke.AcrTokens;
using Nuke.Common;
using static Nuke.AcrTokens.AcrTokenTasks;

/// <summary>The build under test: mints, uses and revokes a token, and stops at the stages that the runner names.</summary>
[RevokeAcrTokens]
class Build : NukeBuild
{
    AcrPreparedToken? prepared;
    AcrTokenLease? lease;

    public static int Main()
    {
        Stage.Reach("started");
        if (Registry.Script is { Length: > 0 } script)
            return Scripts.Run(script);

        Client = Registry.Connect();
        Stage.WatchForExit();
        SignalHandlers.Register();
        return Registry.UsesBody ? Execute<Build>(x => x.WithBody) : Execute<Build>(x => x.Use);
    }

    Target Mint => _ => _
        .Executes(() =>
        {
            Stage.Reach("before-mint");
            if (Registry.Prepares)
            {
                prepared = AcrTokenPrepare(Registry.Settings);
                Stage.Reach("prepared");
                return;
            }

            lease = AcrTokenMint(Registry.Settings);
            Stage.Reach("after-mint");
        });

    Target Use => _ => _
        .DependsOn(Mint)
        .Executes(() =>
        {
            if (prepared != null)
            {
                lease = prepared.Mint();
                Stage.Reach("after-mint");
            }

            UseToken(lease!);
        });

    Target Revoke => _ => _
        .TriggeredBy(Mint)
        .After(Use)
        .AssuredAfterFailure()
        .OnlyWhenDynamic(() => lease != null)
        .Executes(() =>
        {
            if (Registry.Prepares)
                lease!.BeginRevoke();
            else
                lease!.Revoke();
            Stage.Reach("after-revoke");
        });

    Target WithBody => _ => _
        .Executes(() => WithAcrToken(Registry.Settings, UseToken));

    static void UseToken(AcrTokenLease lease)
    {
        if (Registry.Renews)
            Renew(lease);
        SignalHandlers.Announce();
        Serilog.Log.Information("Using {Token} from {Directory}", lease.Name, lease.GetDockerConfig().Directory);
        Stage.ReachWithChild("in-use");
    }

    // A build whose password is not renewed in time goes on with the one that it has.
    static void Renew(AcrTokenLease lease)
    {
        try
        {
            lease.Renew();
        }
        catch (AcrException failure)
        {
            Serilog.Log.Warning("{Failure:l}", failure.Message);
        }
    }
}
