namespace AcrTokens;

/// <summary>A token that this process has not ended: a lease, or a mint in progress.</summary>
internal interface IOpenToken
{
    string Name { get; }

    /// <summary>The client that minted it or revokes it.</summary>
    AcrClient Client { get; }

    /// <summary>The state of a token that was not ended in time, such as <c>is good until …</c>.</summary>
    string State { get; }

    /// <summary>Ends the token. Concurrent callers share one end. A failure's message says what is left.</summary>
    Task EndAsync();
}
