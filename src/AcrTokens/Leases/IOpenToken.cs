namespace AcrTokens;

/// <summary>A token that this process made and has not ended: a lease, or a mint under way.</summary>
internal interface IOpenToken
{
    string Name { get; }

    /// <summary>What it is while it is not ended, such as <c>is good until …</c>: said of one for which there was no time left.</summary>
    string State { get; }

    /// <summary>Ends it; several callers share one end. A failure says in its message what is left.</summary>
    Task EndAsync();
}
