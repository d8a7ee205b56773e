using AcrTokens;
using Nuke.Common;
using Nuke.Common.Execution;

namespace Nuke.AcrTokens;

/// <summary>
/// On a build class: redacts the secrets of this process (<see cref="AcrRedaction"/>), and the values of the build's own <c>[Secret]</c>
/// parameters. It covers NUKE's log, the log files, the repeated errors and the summary. The library itself writes no secrets. The attribute
/// is for secrets that the build's own code, its exceptions and the output of its tools reveal. NUKE itself does not redact them.
/// </summary>
/// <remarks>
/// A parameter's value is not redacted if it has fewer than 6 characters, or is the default of any parameter.
/// Text that is written to the console without the log is not covered: the CI host's mask handles that.
/// </remarks>
[AttributeUsage(AttributeTargets.Class)]
public sealed class RedactAcrSecretsAttribute
    : BuildExtensionAttributeBase,
        IOnBuildCreated,
        IOnBuildInitialized,
        IOnTargetSummaryUpdated,
        IOnBuildFinished
{
    // Before other extensions log, and before NUKE sets the parameters, while they still have their defaults.
    private const float First = 2000;

    private IReadOnlyCollection<string> defaults = [];
    private Serilog.ILogger? redacting;

    /// <summary>The order among NUKE's extensions: a higher value runs earlier. Default: 2000.</summary>
    public override float Priority { get; set; } = First;

    /// <inheritdoc/>
    public void OnBuildCreated(IReadOnlyCollection<ExecutableTarget> executableTargets) => defaults = BuildParameters.DefaultsOf(Build);

    /// <inheritdoc/>
    public void OnBuildInitialized(IReadOnlyCollection<ExecutableTarget> executableTargets, IReadOnlyCollection<ExecutableTarget> executionPlan)
    {
        foreach (var secret in BuildParameters.SecretsOf(Build).Except(defaults))
            AcrRedaction.Add(secret);
        Redact();
    }

    /// <inheritdoc/>
    public void OnTargetSummaryUpdated(INukeBuild build, ExecutableTarget target)
    {
        ArgumentNullException.ThrowIfNull(target);
        foreach (var (key, value) in target.SummaryInformation.ToList())
            target.SummaryInformation[key] = AcrRedaction.Redact(value);
    }

    /// <inheritdoc/>
    public void OnBuildFinished() => Redact();

    // NUKE creates another logger if the build has had warnings or errors.
    private void Redact()
    {
        if (!ReferenceEquals(Serilog.Log.Logger, redacting))
            Serilog.Log.Logger = redacting = Serilog.Log.Logger.RedactAcrSecrets();
    }
}
