using System.Runtime.CompilerServices;
using Azure.Core;
using NSubstitute;

namespace AcrTokens.Tests;

/// <summary>A registry behind a substitute. Its lists no longer show what sweeps delete. The service's clock shows six o'clock.</summary>
internal sealed class SweptRegistry
{
    /// <summary>A token that expired a second before a quarter to six: expired for a sweep with the default clock skew.</summary>
    public const string Over = "acrt-20261121t054459z-4711-3k9x0m2q";

    private readonly Lock gate = new();

    public SweptRegistry()
    {
        Executor
            .GetRegistryAsync(null!, default)
            .ReturnsForAnyArgs(_ => new AcrRegistry
            {
                Id = Substitutes.Registry,
                LoginServer = "contoso.azurecr.io",
                ReadOn = Now,
            });
        Executor.ListTokensAsync(null!, null!, default).ReturnsForAnyArgs(call => Stream(Tokens, call.Arg<CancellationToken>()));
        Executor.ListScopeMapsAsync(null!, null!, default).ReturnsForAnyArgs(call => Stream(ScopeMaps, call.Arg<CancellationToken>()));
        Executor.GetScopeMapIfExistsAsync(null!, default).ReturnsForAnyArgs(call => Find(call.Arg<ResourceIdentifier?>()));
        Executor.DeleteTokenAsync(null!, default, default).ReturnsForAnyArgs(call => Delete(Tokens, t => t.Name, call.Arg<ResourceIdentifier?>()));
        Executor
            .DeleteScopeMapAsync(null!, default, default)
            .ReturnsForAnyArgs(call => Delete(ScopeMaps, m => m.Name, call.Arg<ResourceIdentifier?>()));
        Client = new AcrClient(Executor, new AcrClientOptions { TimeProvider = Clock, Logger = Log });
    }

    public static DateTimeOffset SixOClock { get; } = new(2026, 11, 21, 6, 0, 0, TimeSpan.Zero);

    public DateTimeOffset? Now { get; set; } = SixOClock;

    public AcrExecutor Executor { get; } = Substitutes.Executor();

    public ListLogger Log { get; } = new();

    public SkippingClock Clock { get; } = new();

    public AcrClient Client { get; }

    public List<AcrToken> Tokens { get; } = [];

    public List<AcrScopeMap> ScopeMaps { get; } = [];

    public IEnumerable<string> Left => Tokens.Select(t => t.Name);

    public static AcrToken Token(string name, params DateTimeOffset?[] expiries) =>
        new()
        {
            Id = AcrResourceIds.Token(Substitutes.Registry, name),
            Status = AcrTokenStatus.Enabled,
            CreatedOn = SixOClock.AddHours(-1),
            Passwords = [.. expiries.Select((e, i) => new AcrTokenPassword { Name = new($"password{i + 1}"), ExpiresOn = e })],
        };

    public static AcrScopeMap ScopeMap(TimeSpan age, params string[] actions) =>
        ScopeMap(AcrScopeMapName.Create(actions.Order(StringComparer.Ordinal)), age, actions);

    public static AcrScopeMap ScopeMap(string name, TimeSpan age, params string[] actions) =>
        new()
        {
            Id = Substitutes.Registry.ScopeMap(name),
            Actions = actions,
            SystemData = new AcrSystemData { LastModifiedOn = SixOClock - age },
        };

    public Task<AcrSweepReport> SweepAsync(Func<AcrTokenSweepSettings, AcrTokenSweepSettings>? configure = null) =>
        Client.SweepTokensAsync((configure ?? (s => s))(new AcrTokenSweepSettings().InRegistry()));

    private async IAsyncEnumerable<T> Stream<T>(List<T> items, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        List<T> page;
        lock (gate)
        {
            page = [.. items];
        }

        foreach (var item in page)
        {
            cancellationToken.ThrowIfCancellationRequested();
            await Task.Yield();
            yield return item;
        }
    }

    // Sweeps delete several tokens in parallel.
    private AcrScopeMap? Find(ResourceIdentifier? id)
    {
        lock (gate)
        {
            return ScopeMaps.Find(scopeMap => scopeMap.Name == id?.Name);
        }
    }

    private Task Delete<T>(List<T> items, Func<T, string> name, ResourceIdentifier? id)
    {
        lock (gate)
        {
            items.RemoveAll(i => name(i) == id?.Name);
        }

        return Task.CompletedTask;
    }
}
