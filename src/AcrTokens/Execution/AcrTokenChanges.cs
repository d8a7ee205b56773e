using Azure.Core;

namespace AcrTokens.Execution;

/// <summary>The properties that a create or update of a token sends. Null properties are not sent, and an update leaves them as they are.</summary>
public sealed record AcrTokenChanges
{
    /// <summary>The scope map, which holds the token's permissions.</summary>
    public ResourceIdentifier? ScopeMapId { get; init; }

    /// <summary>Whether the token may log in.</summary>
    public AcrTokenStatus? Status { get; init; }

    /// <summary>The passwords to keep; an empty list removes both.</summary>
    public IReadOnlyList<AcrTokenPassword>? Passwords { get; init; }

    /// <summary>The certificates that the token may log in with.</summary>
    public IReadOnlyList<AcrTokenCertificate>? Certificates { get; init; }
}
