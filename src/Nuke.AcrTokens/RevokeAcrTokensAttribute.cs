using System.Collections.Concurrent;
using AcrTokens;
using Nuke.Common.Execution;

namespace Nuke.AcrTokens;

/// <summary>
/// On a build class: revokes the leases that are open when a target fails, and those that are still open when the build ends.
/// Signals need no attribute: <see cref="AcrTokenGuard"/> is armed by the first mint.
/// </summary>
/// <remarks>
/// It never throws, since NUKE would crash, and may be called twice at the same time, as NUKE does on Ctrl+C. It cannot fail
/// the build, which NUKE has judged by then: a target that revokes can.
/// </remarks>
[AttributeUsage(AttributeTargets.Class)]
public sealed class RevokeAcrTokensAttribute : BuildExtensionAttributeBase, IOnTargetSucceeded, IOnTargetFailed, IOnBuildFinished
{
    // Before other extensions' ends, which may take their time.
    private const float First = 1000;

    private readonly ConcurrentDictionary<string, bool> reported = [];

    /// <summary>When it is called among NUKE's extensions: the higher, the earlier. Default 1000.</summary>
    public override float Priority { get; set; } = First;

    /// <inheritdoc/>
    public void OnTargetSucceeded(ExecutableTarget target)
    {
        ArgumentNullException.ThrowIfNull(target);
        foreach (var lease in AcrTokenGuard.OpenLeases.Where(lease => reported.TryAdd(lease.Name, true)))
            Serilog.Log.Information(
                "Token {Token} stays open after target {Target}, until {ExpiresOn:u} at the latest",
                lease.Name,
                target.Name,
                lease.ExpiresOn
            );
    }

    /// <inheritdoc/>
    public void OnTargetFailed(ExecutableTarget target)
    {
        ArgumentNullException.ThrowIfNull(target);
        if (!target.ProceedAfterFailure)
            AcrTokenGuard.RevokeAll();
    }

    /// <inheritdoc/>
    public void OnBuildFinished()
    {
        // Revoked first: the log may block.
        var forgotten = AcrTokenGuard.ForgottenLeases;
        AcrTokenGuard.RevokeAll();
        foreach (var lease in forgotten)
            Serilog.Log.Warning("Token {Token} was still open when the build ended: revoke it in a target of its own", lease.Name);
    }
}
