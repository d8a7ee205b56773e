namespace AcrTokens.Integration.Tests;

/// <summary>
/// Clients that nobody here wrote, one after the other: they share the machine with each other's tests, and the matrix of what they did.
/// </summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class ClientProofs : ICollectionFixture<ClientMatrix>
{
    public const string Name = "client proofs";
}
