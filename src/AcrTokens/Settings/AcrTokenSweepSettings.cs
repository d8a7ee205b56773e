namespace AcrTokens;

/// <summary>
/// Settings of <c>AcrTokenSweep</c>: deletes tokens that crashed builds left behind, found by their names, and then scope maps that mints created and
/// no token uses any more. Touches only tokens and scope maps that a mint provably created and that are over.
/// </summary>
/// <example><code>s => s.SetRegistryName("contoso.azurecr.io").SetResourceGroupName("builds")</code></example>
public sealed record AcrTokenSweepSettings : AcrSettings, IAcrChange
{
    internal static readonly TimeSpan DefaultClockSkew = TimeSpan.FromMinutes(15);

    /// <summary>The prefix of the tokens to sweep: exactly the mint's setting. Default: <c>acrt</c>.</summary>
    public string NamePrefix { get; init; } = AcrTokenMintSettings.DefaultNamePrefix;

    /// <summary>
    /// How long ago the expiry in a token's name must be, on the service's clock: the name has the minting machine's time. Default: 15 minutes.
    /// </summary>
    public TimeSpan ClockSkew { get; init; } = DefaultClockSkew;

    /// <summary>
    /// The maximum number of tokens that one run deletes, and of scope maps. Default: 1,000, which takes about two minutes. The next run continues.
    /// </summary>
    public int MaximumTokens { get; init; } = 1000;

    /// <summary>The number of parallel deletions. Default: 4.</summary>
    /// <remarks>A higher number is no faster: after the first hundred, at most eight a second are deleted, which leaves budget to builds in the same
    /// subscription.</remarks>
    public int DegreeOfParallelism { get; init; } = 4;

    /// <summary>Receives the sweep's report so far for each token that it looks at, and at the end. Default: null, nothing does.</summary>
    public IProgress<AcrSweepReport>? Progress { get; init; }

    /// <summary>Whether to log each request that would be sent, in one line, instead of sending it. Default: false.</summary>
    /// <remarks>
    /// Other tasks then send nothing at all. A sweep must read to know what it would change, so it still sends GET requests, and nothing else.
    /// </remarks>
    public bool WhatIf { get; init; }

    /// <inheritdoc/>
    public bool Confirm { get; init; }

    internal override string Task => "AcrTokenSweep";

    internal override bool ReadsWithWhatIf => true;

    internal override void Check(Mistakes mistakes, DateTimeOffset now)
    {
        base.Check(mistakes, now);

        mistakes.AddIf(!AcrNames.Prefix().IsMatch(NamePrefix ?? ""), $"'{NamePrefix}' cannot begin a token's name ({AcrNames.PrefixRule})");
        mistakes.AddIf(ClockSkew < TimeSpan.Zero, $"clock skew {ClockSkew} is negative");
        mistakes.AddIf(MaximumTokens < 1, $"at most {MaximumTokens} tokens is none");
        mistakes.AddIf(DegreeOfParallelism < 1, $"degree of parallelism {DegreeOfParallelism} is less than one");
    }
}
