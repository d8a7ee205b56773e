using Azure.Core;

namespace AcrTokens.Execution;

/// <summary>An operation, for errors.</summary>
/// <param name="Verb">The operation, as an infinitive: <c>create</c>, <c>list tokens of</c>.</param>
/// <param name="Resource">The resource.</param>
internal sealed record Attempt(string Verb, ResourceIdentifier Resource)
{
    /// <summary>Whether the service has accepted the request, so that a refusal no longer means that nothing was done.</summary>
    public bool HasActed { get; init; }

    public string Description => $"{Verb} {AcrResourceIds.Describe(Resource)}";
}
