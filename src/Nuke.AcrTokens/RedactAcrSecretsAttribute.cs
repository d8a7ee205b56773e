using AcrTokens;
using Nuke.Common;
using Nuke.Common.Execution;

namespace Nuke.AcrTokens;

/// <summary>
/// On a build class: takes the secrets of this process (<see cref="AcrRedaction"/>), and the values of the build's own <c>[Secret]</c>
/// parameters, out of NUKE's log, with its files and its repetition of errors, and out of the summary. Nothing that the library writes
/// holds one; this is for what the build itself, its exceptions and the output of its tools let slip. NUKE itself hides none of it.
/// </summary>
/// <remarks>
/// A parameter's value is left alone where it has fewer than 6 characters, or is what some parameter has by default.
/// What is written to the console without the log is not seen here: the CI host's mask is for that.
/// </remarks>
[AttributeUsage(AttributeTargets.Class)]
public sealed class RedactAcrSecretsAttribute
    : BuildExtensionAttributeBase,
        IOnBuildCreated,
        IOnBuildInitialized,
        IOnTargetSummaryUpdated,
        IOnBuildFinished
{
    // Before other extensions have anything to log, and before NUKE sets the parameters: they still have their defaults then.
    private const float First = 2000;

    private IReadOnlyCollection<string> defaults = [];
    private Serilog.ILogger? redacting;

    /// <summary>When it is called among NUKE's extensions: the higher, the earlier. Default 2000.</summary>
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

    // NUKE makes another logger when the build has had warnings or errors.
    private void Redact()
    {
        if (!ReferenceEquals(Serilog.Log.Logger, redacting))
            Serilog.Log.Logger = redacting = Serilog.Log.Logger.RedactAcrSecrets();
    }
}
