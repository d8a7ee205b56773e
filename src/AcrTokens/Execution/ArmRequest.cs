using Azure.Core;

namespace AcrTokens.Execution;

/// <summary>A request to Resource Manager.</summary>
/// <param name="Method">The HTTP method.</param>
/// <param name="Path">The path, without a query.</param>
/// <param name="Attempt">The operation that the request belongs to, for errors.</param>
internal sealed record ArmRequest(RequestMethod Method, string Path, Attempt Attempt)
{
    /// <summary>The api-version; null for the one of registries.</summary>
    public string? ApiVersion { get; init; }

    public BinaryData? Body { get; init; }

    public IReadOnlyList<(string Name, string Value)> Headers { get; init; } = [];

    /// <summary>Whether the request must not be retried after an unknown outcome.</summary>
    public bool Once { get; init; }

    /// <summary>The timestamp of the wait whose time limit the request shares; null if it has its own.</summary>
    public long? Began { get; init; }

    /// <summary>The request that polls the resource itself.</summary>
    public ArmRequest ToProgress() =>
        this with
        {
            Method = RequestMethod.Get,
            Path = Attempt.Resource.ToString(),
            Body = null,
            Headers = [],
            Once = false,
            Attempt = Attempt with { HasActed = true },
        };
}
