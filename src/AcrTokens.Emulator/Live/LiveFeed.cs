using AcrTokens.Emulator.Faults;
using AcrTokens.Emulator.State;

namespace AcrTokens.Emulator.Live;

/// <summary>What one reader has seen, and what is new to it. What is stored is immutable, so another reference is a change.</summary>
internal sealed class LiveFeed(EmulatorState state)
{
    private readonly Dictionary<RegistryState, Seen> registries = state.Registries.ToDictionary(
        registry => registry,
        _ => new Seen(-1, new Dictionary<object, StoredScopeMap?>())
    );
    private long requests;
    private IReadOnlyList<EmulatorFault>? faults;
    private EmulatorSimulations? simulations;

    /// <summary>What has changed since the last call; null if nothing has.</summary>
    public LiveUpdate? Next()
    {
        var isFirst = simulations is null;
        var update = new LiveUpdate(state.Clock.GetUtcNow())
        {
            Operations = isFirst ? OperationNames.All : null,
            Tokens = NewTokens(),
            Requests = NewRequests(),
            Faults = NewFaults(),
            Simulations = NewSimulations(),
        };
        return update == new LiveUpdate(update.Now) ? null : update;
    }

    private List<LiveToken>? NewTokens()
    {
        List<LiveToken> changed = [];
        foreach (var registry in state.Registries)
        {
            // Read before the tokens: a later change is sent again.
            var version = registry.Tokens.Version + registry.EndedTokens.Version + registry.ScopeMaps.Version;
            var seen = registries[registry];
            if (version == seen.Version)
            {
                continue;
            }

            var (tokens, ended) = (registry.Tokens.All(), registry.EndedTokens.All());
            Dictionary<object, StoredScopeMap?> items = new(tokens.Count + ended.Count, ReferenceEqualityComparer.Instance);
            foreach (var token in tokens)
            {
                var map = registry.ScopeMapOf(token);
                items.Add(token, map);

                // A changed scope map changes what its tokens may do.
                if (!seen.Items.TryGetValue(token, out var before) || !ReferenceEquals(before, map))
                {
                    changed.Add(LiveToken.Of(registry, token));
                }
            }

            foreach (var token in ended)
            {
                items.Add(token, null);
                if (!seen.Items.ContainsKey(token))
                {
                    changed.Add(LiveToken.Of(registry, token));
                }
            }

            registries[registry] = new Seen(version, items);
        }

        return changed.Count > 0 ? changed : null;
    }

    private List<LiveRequest>? NewRequests()
    {
        (var changed, requests) = state.Requests.ChangesSince(requests);
        return changed.Count > 0 ? [.. changed.Select(LiveRequest.Of)] : null;
    }

    private IReadOnlyList<EmulatorFault>? NewFaults()
    {
        var current = state.Faults.Pending();
        if (faults is not null && current.SequenceEqual(faults))
        {
            return null;
        }

        return faults = current;
    }

    private EmulatorSimulations? NewSimulations()
    {
        var current = state.Simulator.Current;
        return current == simulations ? null : simulations = current;
    }

    private sealed record Seen(long Version, IReadOnlyDictionary<object, StoredScopeMap?> Items);
}
