using AcrTokens;
using Nuke.Common;
using static Nuke.AcrTokens.AcrTokenTasks;

/// <summary>NUKE builds that forget their lease.</summary>
static class Builds
{
    public static int Run(string name)
    {
        Client = Registry.Connect();
        return name switch
        {
            "build-forgets" => ForgetfulBuild.Run(),
            "build-field" => FieldBuild.Run(),
            _ => throw new ArgumentException($"There is no script '{name}'"),
        };
    }

#pragma warning disable ACRT1006 // on purpose: this build forgets its lease
    class ForgetfulBuild : NukeBuild
    {
        AcrTokenLease? lease;

        public static int Run() => Execute<ForgetfulBuild>(x => x.Mint);

        Target Mint => _ => _
            .Executes(() => { lease = AcrTokenMint(Registry.Settings); });
    }

    class FieldBuild : NukeBuild
    {
        readonly AcrTokenLease lease = AcrTokenMint(Registry.Settings);

        public static int Run() => Execute<FieldBuild>(x => x.Say);

        Target Say => _ => _
            .Executes(() => Serilog.Log.Information("{Token}", lease.Name));
    }
#pragma warning restore ACRT1006
}
