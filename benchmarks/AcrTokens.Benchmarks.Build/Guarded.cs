using Nuke.AcrTokens;
using Nuke.Common;

/// <summary>An empty build that is ready to mint.</summary>
[RevokeAcrTokens]
[RedactAcrSecrets]
class Build : NukeBuild
{
    public static int Main() => Execute<Build>(x => x.Publish);

    Target Publish => _ => _
        .Executes(Assemblies.Tell);
}
