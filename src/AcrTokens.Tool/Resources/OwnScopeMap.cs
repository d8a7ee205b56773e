using System.CommandLine;
using AcrTokens.Tool.CommandLine;

namespace AcrTokens.Tool.Resources;

/// <summary>The scope map that <c>token create --repository</c> creates for the token, with <c>az</c>'s name.</summary>
internal static class OwnScopeMap
{
    private static readonly Option<IReadOnlyList<AcrRepositoryScope>> Repositories = ScopeOptions.Repository(
        "--repository",
        "What the token may do on a repository; makes a scope map of it"
    );

    private static readonly Option<IReadOnlyList<AcrGatewayScope>> Gateways = ScopeOptions.Gateway(
        "--gateway",
        "What the token may do on a gateway; makes a scope map of it"
    );

    public static IEnumerable<Option> Options => [Repositories, Gateways];

    /// <summary>Reads it from the command line; null if none is requested.</summary>
    public static AcrScopeMapCreateSettings? Read(ParseResult parsed, AcrTokenCreateSettings token)
    {
        AcrScope[] scopes = [.. parsed.Read(Repositories) ?? [], .. parsed.Read(Gateways) ?? []];
        return scopes.Length == 0 || token.Name is null
            ? null
            : new AcrScopeMapCreateSettings
            {
                RegistryName = token.RegistryName,
                ResourceGroupName = token.ResourceGroupName,
                SubscriptionId = token.SubscriptionId,
                Name = NameFor(token.Name),
                Description = $"Created by token: {token.Name}",
                Scopes = scopes,
                WhatIf = token.WhatIf,
            };
    }

    public static bool IsAskedFor(ParseResult parsed) => parsed.Read(Repositories) is { Count: > 0 } || parsed.Read(Gateways) is { Count: > 0 };

    public static string NameFor(string token) => $"{token}-scope-map";

    /// <summary>Creates it if it does not exist. One with the same permissions is used; one with others is left alone.</summary>
    /// <exception cref="AcrException">It exists with other permissions, or the service refused.</exception>
    public static async Task EnsureAsync(AcrClient client, AcrScopeMapCreateSettings settings, CancellationToken cancellation)
    {
        if (settings.WhatIf || await FindAsync(client, settings, cancellation) is not { } there)
        {
            await client.CreateScopeMapAsync(settings, cancellation);
            return;
        }

        var asked = settings.Scopes.SelectMany(scope => scope.ToActions());
        if (!there.Actions.ToHashSet(StringComparer.OrdinalIgnoreCase).SetEquals(asked))
            throw new AcrException(
                $"Scope map '{there.Name}' is there already, and permits something else ({string.Join(", ", there.Actions)}). Name it with "
                    + "--scope-map, or change it with acrt scope-map update."
            )
            {
                IsTransient = false,
            };
    }

    private static async Task<AcrScopeMap?> FindAsync(AcrClient client, AcrScopeMapCreateSettings settings, CancellationToken cancellation)
    {
        try
        {
            return await client.GetScopeMapAsync(
                new AcrScopeMapGetSettings
                {
                    RegistryName = settings.RegistryName,
                    ResourceGroupName = settings.ResourceGroupName,
                    SubscriptionId = settings.SubscriptionId,
                    Name = settings.Name,
                },
                cancellation
            );
        }
        catch (AcrException missing) when (missing.Status == 404)
        {
            return null;
        }
    }
}
