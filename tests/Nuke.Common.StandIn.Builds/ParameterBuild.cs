using Nuke.Common.IO;

namespace Nuke.Common.StandIn.Builds;

internal class ParameterBuild : NukeBuild
{
    [Parameter("The registry's name")] readonly string RegistryName = "none";
    [Parameter] readonly bool DryRun;
    [Parameter] readonly int Retries = 3;
    [Parameter] readonly int? Limit;
    [Parameter] readonly DayOfWeek Day = DayOfWeek.Sunday;
    [Parameter] readonly AbsolutePath Folder;
    [Parameter] [Secret] readonly string Password = "none";
    [Parameter] string Tag { get; } = "none";

    Target Show => _ => _.Executes(() =>
    {
        Console.WriteLine($"RegistryName={RegistryName} DryRun={DryRun} Retries={Retries} Limit={Limit} Day={Day} Password={Password} Tag={Tag}");
        Console.WriteLine($"Folder={Folder}");
        Console.WriteLine($"Root={RootDirectory}");
    });

    public static int Run() => Execute<ParameterBuild>(x => x.Show);
}
