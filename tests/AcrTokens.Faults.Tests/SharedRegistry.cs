using AcrTokens.Faults.Clients;
using AcrTokens.Faults.Requests;

namespace AcrTokens.Faults.Tests;

/// <summary>One served registry for tests that do not touch each other's tokens.</summary>
public sealed class SharedRegistry : IAsyncLifetime
{
    private Task<IReadOnlyList<Verdict>>? requests;

    internal ServedRegistry Served { get; private set; } = null!;

    /// <summary>The whole matrix of requests. The first caller runs its cases in parallel, which takes a third of the time.</summary>
    internal Task<IReadOnlyList<Verdict>> Requests => requests ??= RequestMatrix.RunAsync(Served, RequestCases.All);

    public async Task InitializeAsync() => Served = await ServedRegistry.StartAsync();

    public async Task DisposeAsync()
    {
        // What the clients of this process could not end is on its book still: its own end is not to be about that.
        await Served.Control.DisarmAsync();
        await AcrTokenGuard.RevokeAllAsync();
        await Served.DisposeAsync();
    }
}

/// <summary>Tests that start processes or use all of the machine's cores, run sequentially.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class OneAtATime : ICollectionFixture<SharedRegistry>
{
    public const string Name = "one at a time";
}
