namespace AcrTokens;

/// <summary>A token that this process made and has not ended: a lease, or a mint under way.</summary>
internal interface IOpenToken
{
    string Name { get; }

    DateTimeOffset ExpiresOn { get; }

    /// <summary>Ends it; several callers share one end.</summary>
    Task EndAsync();
}
