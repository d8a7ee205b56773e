using Azure.Core;

namespace AcrTokens.Execution;

/// <summary>What is tried, in the words of errors.</summary>
/// <param name="Verb">What is tried, in an infinitive: <c>create</c>, <c>list tokens of</c>.</param>
/// <param name="Resource">The resource that it is tried on.</param>
internal sealed record Attempt(string Verb, ResourceIdentifier Resource)
{
    /// <summary>Whether the service has taken the request already, so that a refusal no longer means that nothing was done.</summary>
    public bool HasActed { get; init; }

    public string Description => $"{Verb} {AcrResourceIds.Describe(Resource)}";
}
