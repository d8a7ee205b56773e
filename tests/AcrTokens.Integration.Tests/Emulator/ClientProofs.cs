namespace AcrTokens.Integration.Tests;

/// <summary>
/// Tests with third-party clients, run sequentially: they share the machine, and the matrix of their operations.
/// </summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class ClientProofs : ICollectionFixture<ClientMatrix>
{
    public const string Name = "client proofs";
}
