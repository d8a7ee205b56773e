using Azure.Core;

namespace AcrTokens.Execution;

/// <summary>A request to Resource Manager.</summary>
/// <param name="Method">The HTTP method.</param>
/// <param name="Path">The path, without a query.</param>
/// <param name="Attempt">What it is part of, in the words of errors.</param>
internal sealed record ArmRequest(RequestMethod Method, string Path, Attempt Attempt)
{
    /// <summary>The api-version of whom is asked; null for that of registries.</summary>
    public string? ApiVersion { get; init; }

    public BinaryData? Body { get; init; }

    public IReadOnlyList<(string Name, string Value)> Headers { get; init; } = [];

    /// <summary>Not to be sent again while it is unknown whether the service has acted.</summary>
    public bool Once { get; init; }

    /// <summary>When the wait began whose time this shares, on the client's clock; null where it has a time of its own.</summary>
    public long? Began { get; init; }

    /// <summary>Asks for the resource itself, to see how far the service is with this.</summary>
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
