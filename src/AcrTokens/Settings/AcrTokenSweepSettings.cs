namespace AcrTokens;

/// <summary>
/// Settings of <c>AcrTokenSweep</c>: deletes the tokens that crashed builds left, found by their names alone, and then the scope
/// maps that mints made and no token uses any more. Only what is provably a mint's own, and over, is touched.
/// </summary>
/// <example><code>s => s.SetRegistryName("contoso.azurecr.io").SetResourceGroupName("builds")</code></example>
public sealed record AcrTokenSweepSettings : AcrSettings, IAcrChange
{
    internal static readonly TimeSpan DefaultClockSkew = TimeSpan.FromMinutes(15);

    /// <summary>How the names of the tokens to sweep begin: the mint's own setting, exactly. Default <c>acrt</c>.</summary>
    public string NamePrefix { get; init; } = AcrTokenMintSettings.DefaultNamePrefix;

    /// <summary>
    /// How long past the expiry in a token's name has to be, on the service's clock: the name carries the minting machine's. Default 15 minutes.
    /// </summary>
    public TimeSpan ClockSkew { get; init; } = DefaultClockSkew;

    /// <summary>
    /// How many tokens one run deletes at most, and as many scope maps. Default 1,000, about two minutes' work; the next run goes on.
    /// </summary>
    public int MaximumTokens { get; init; } = 1000;

    /// <summary>How many are deleted at once. Default 4.</summary>
    /// <remarks>More are no faster: after the first hundred, at most eight a second are deleted, so that builds can go on in the same
    /// subscription.</remarks>
    public int DegreeOfParallelism { get; init; } = 4;

    /// <summary>Told what the sweep did so far, each time that it looks at a token, and at the end. Default null: nobody.</summary>
    public IProgress<AcrSweepReport>? Progress { get; init; }

    /// <summary>Say in one line a request what would be sent. Default false.</summary>
    /// <remarks>
    /// Other tasks then send nothing at all. A sweep finds out by reading what it would change, so it reads all the same:
    /// GET requests are sent, and nothing else.
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
