using Nuke.Common;

/// <summary>An empty build.</summary>
class Build : NukeBuild
{
    public static int Main() => Execute<Build>(x => x.Publish);

    Target Publish => _ => _
        .Executes(Assemblies.Tell);
}
