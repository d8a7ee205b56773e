using AcrTokens;
using Nuke.AcrTokens;
using Nuke.Common;
using Nuke.Common.Utilities.Collections;
using static Nuke.AcrTokens.AcrTokenTasks;

/// <summary>The build that is searched for its secret. It mints, prints all that a careless author would, hands over, pushes and revokes.</summary>
[RevokeAcrTokens]
class Build : NukeBuild
{
    AcrTokenLease? lease;

    [Parameter]
    [Secret]
    protected readonly string ApiKey = "";

    [Parameter]
    [Secret]
    protected readonly string ShortKey = "";

    [Parameter]
    [Secret]
    protected readonly string KeyByDefault = "as-in-the-source";

    public static int Main()
    {
        using var http = Logs.ListenToHttp();
        Client = Registry.Connect(Mode.Configure);
        return Mode.Redacts ? Run<RedactedBuild>() : Run<Build>();
    }

    public Target Mint => _ => _
        .Executes(() =>
        {
            if (Mode.LeavesALineOpen)
                Console.Write("Minting a token ... ");
            lease = AcrTokenMint(Push.Settings);
        });

    public Target PushImage => _ => _
        .DependsOn(Mint)
        .Executes(() => Use(lease!));

    public Target Revoke => _ => _
        .TriggeredBy(Mint)
        .After(PushImage)
        .AssuredAfterFailure()
        .OnlyWhenDynamic(() => lease != null)
        .Executes(() => lease!.Revoke());

    public Target WithBody => _ => _
        .Executes(() => WithAcrToken(Push.Settings, Use));

    protected override void OnBuildCreated() => Logs.WriteFiles(RootDirectory / ".nuke" / "temp");

    static int Run<T>()
        where T : Build, new() => Mode.Ending == Ending.BodyFailure ? Execute<T>(x => x.WithBody) : Execute<T>(x => x.PushImage);

    void Use(AcrTokenLease minted)
    {
        if (Mode.Slip == Slip.Log)
            Serilog.Log.Information("Signing in with {ApiKey}, {ShortKey}, {KeyByDefault}", ApiKey, ShortKey, KeyByDefault);
        Careless.TellAllOf(minted, RootDirectory / ".nuke" / "temp");
        using var slip = Slips.Let(minted, RootDirectory, text => ReportSummary(s => s.AddPair("Slipped", text)));
        Push.Run(minted, RootDirectory, () =>
        {
            Stage.Reach("in-use");
            End(minted);
        });
    }

    static void End(AcrTokenLease minted)
    {
        var failure = new InvalidOperationException($"Cannot go on with {minted}, {minted.Password}, {minted.GetDockerConfig().Directory}{Slips.InException(minted)}");
        switch (Mode.Ending)
        {
            case Ending.TargetFailure or Ending.BodyFailure:
                throw failure;
            case Ending.Crash:
                var thread = new Thread(() => throw failure);
                thread.Start();
                thread.Join();
                break;
            case Ending.FailFast:
                Environment.FailFast(failure.Message, failure);
                break;
            default:
                break;
        }
    }
}

/// <summary>The same build, with the attribute that redacts secrets in NUKE's log.</summary>
[RedactAcrSecrets]
class RedactedBuild : Build;
