using Nuke.Common;

/// <summary>A build with nothing to do.</summary>
class Build : NukeBuild
{
    public static int Main() => Execute<Build>(x => x.Publish);

    Target Publish => _ => _
        .Executes(Assemblies.Tell);
}
