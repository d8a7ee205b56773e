namespace Nuke.Common.StandIn.Builds;

/// <summary>The typical build: mint, use, and clean up in any case.</summary>
internal class TokenBuild : NukeBuild
{
    private readonly bool _hasToken = Environment.GetEnvironmentVariable("NO_TOKEN") == null;

    Target Mint => _ => _.Says(nameof(Mint));
    Target Scan => _ => _.Says(nameof(Scan)).DependsOn(Mint).ProceedAfterFailure();
    Target Push => _ => _.Says(nameof(Push)).DependsOn(Scan);
    Target Deploy => _ => _.Says(nameof(Deploy)).DependsOn(Push);
    Target Revoke => _ => _.Says(nameof(Revoke)).TriggeredBy(Mint).After(Deploy).AssuredAfterFailure().OnlyWhenDynamic(() => _hasToken);
    Target Sweep => _ => _.Says(nameof(Sweep)).TriggeredBy(Mint).After(Revoke).AssuredAfterFailure();
    Target Unrelated => _ => _.Says(nameof(Unrelated)).AssuredAfterFailure();

    public static int Run() => Execute<TokenBuild>(x => x.Deploy);

    protected override void OnBuildFinished()
        => Console.WriteLine($"finished, failing: {IsFailing}, failed: {string.Join('+', FailedTargets.Select(x => x.Name))}");
}

/// <summary>A build with a proof: a target that nothing depends on, that is assured as well, and that makes no sense without a token.</summary>
internal class ProvingBuild : NukeBuild
{
    private bool _hasToken;

    Target Mint => _ => _.Says(nameof(Mint)).Executes(() => { _hasToken = true; });
    Target Push => _ => _.Says(nameof(Push)).DependsOn(Mint);
    Target Revoke => _ => _.Says(nameof(Revoke)).TriggeredBy(Mint).After(Push).AssuredAfterFailure().OnlyWhenDynamic(() => _hasToken);
    Target Prove => _ => _.Says(nameof(Prove)).DependsOn(Push, Revoke).AssuredAfterFailure().OnlyWhenDynamic(() => _hasToken);

    public static int Run() => Execute<ProvingBuild>(x => x.Prove);
}
