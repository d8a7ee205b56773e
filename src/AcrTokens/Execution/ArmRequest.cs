using Azure.Core;

namespace AcrTokens;

/// <summary>What is asked of Resource Manager, and in which words a failure tells it.</summary>
/// <param name="Method">The HTTP method.</param>
/// <param name="Path">The resource's path, with what is asked of it.</param>
/// <param name="Verb">What is tried, in an infinitive: "create".</param>
/// <param name="Resource">On what.</param>
internal sealed record ArmRequest(RequestMethod Method, string Path, string Verb, ResourceIdentifier Resource)
{
    /// <summary>The api-version of whom is asked; null for that of registries.</summary>
    public string? ApiVersion { get; init; }

    public BinaryData? Body { get; init; }

    public IReadOnlyList<(string Name, string Value)> Headers { get; init; } = [];

    /// <summary>Not to be sent again while it is unknown whether the service has acted.</summary>
    public bool Once { get; init; }

    /// <summary>The service took it already; what is sent now only asks for the result.</summary>
    public bool HasActed { get; init; }

    /// <summary>When the wait began whose time this shares, on the client's clock; null where it has a time of its own.</summary>
    public long? Began { get; init; }

    public string Description => $"{Verb} {AcrResourceIds.Describe(Resource)}";

    /// <summary>Asks for the resource itself, to see how far the service is with this.</summary>
    public ArmRequest ToProgress() => this with { Method = RequestMethod.Get, Path = Resource.ToString(), Body = null, Headers = [], Once = false, HasActed = true };
}
