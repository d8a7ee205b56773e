namespace AcrTokens.Integration.Tests;

/// <summary>Tests that publish the sample, one after the other: each writes to its build folder.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class OneAtATime
{
    public const string Name = "one at a time";
}
