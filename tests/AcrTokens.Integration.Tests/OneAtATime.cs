namespace AcrTokens.Integration.Tests;

/// <summary>Tests that publish the sample, run sequentially: each writes to the sample's build folder.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class OneAtATime
{
    public const string Name = "one at a time";
}
