using System.Collections.Concurrent;
using AcrTokens;
using Nuke.Common.Execution;

namespace Nuke.AcrTokens;

/// <summary>
/// On a build class: revokes the open leases when a target fails, and those that are still open when the build ends. Prepared tokens that were not
/// minted are deleted with them, and revocations in the background are waited for.
/// Signals need no attribute: the first mint arms <see cref="AcrTokenGuard"/>.
/// </summary>
/// <remarks>
/// It never throws, since NUKE would crash. NUKE may call it twice concurrently, as on Ctrl+C. It cannot fail the build, since NUKE has
/// decided the result by then. A target that revokes can.
/// </remarks>
[AttributeUsage(AttributeTargets.Class)]
public sealed class RevokeAcrTokensAttribute : BuildExtensionAttributeBase, IOnTargetSucceeded, IOnTargetFailed, IOnBuildFinished
{
    // Before other extensions, which may take long at the end.
    private const float First = 1000;

    private readonly ConcurrentDictionary<string, bool> reported = [];

    /// <summary>The order among NUKE's extensions: a higher value runs earlier. Default: 1000.</summary>
    public override float Priority { get; set; } = First;

    /// <inheritdoc/>
    public void OnTargetSucceeded(ExecutableTarget target)
    {
        ArgumentNullException.ThrowIfNull(target);
        foreach (var lease in AcrTokenGuard.ForgottenLeases.Where(lease => reported.TryAdd(lease.Name, true)))
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
        // Revokes first, since the log may block.
        var forgotten = AcrTokenGuard.ForgottenLeases;
        AcrTokenGuard.RevokeAll();
        foreach (var lease in forgotten)
            Serilog.Log.Warning("Token {Token} was still open when the build ended: revoke it in a target of its own", lease.Name);
    }
}
