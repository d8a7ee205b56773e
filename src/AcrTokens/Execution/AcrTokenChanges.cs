using Azure.Core;

namespace AcrTokens.Execution;

/// <summary>What a create or an update of a token sends. What is null is not sent, and in an update stays as it is.</summary>
public sealed record AcrTokenChanges
{
    /// <summary>The scope map that says what the token may do.</summary>
    public ResourceIdentifier? ScopeMapId { get; init; }

    /// <summary>Whether it may log in.</summary>
    public AcrTokenStatus? Status { get; init; }

    /// <summary>The passwords to keep; an empty list removes both.</summary>
    public IReadOnlyList<AcrTokenPassword>? Passwords { get; init; }

    /// <summary>The certificates that it may log in with.</summary>
    public IReadOnlyList<AcrTokenCertificate>? Certificates { get; init; }
}
