namespace AcrTokens.Faults.Requests;

/// <summary>One fault for one kind of request, once or permanently; or several faults.</summary>
internal sealed record RequestCase(string Name, string Id, IReadOnlyList<Armed> Faults)
{
    private static readonly Operation[] Idempotent = [.. Operations.All.Except([Operation.GenerateCredentials]), Operation.TokenGet];

    /// <summary>Whether its token is prepared before it is minted, and its revocation only begun before it is disposed.</summary>
    public bool Prepares { get; init; }

    /// <summary>Whether its lease is renewed before it is used: the faults of the password are those of the renewal.</summary>
    public bool Renews { get; init; }

    /// <summary>Whether it mints on a token that existed before, and stays.</summary>
    public bool IsOnExisting { get; init; }

    /// <summary>Whether its token is prepared, and disposed when it is created: no password is ever asked for.</summary>
    public bool IsNeverMinted { get; init; }

    public bool IsAlways => Faults.Any(f => f.Always);

    public bool MeetsSilence => Faults.Any(f => f.Kind.IsSilence());

    public bool Hits(params ReadOnlySpan<Operation> operations)
    {
        foreach (var operation in operations)
        {
            if (Faults.Any(f => f.Operations.Contains(operation)))
                return true;
        }

        return false;
    }

    /// <summary>Whether a build should not notice: the fault is transient, and the request may be retried.</summary>
    public bool IsRiddenOut =>
        Faults.All(f =>
            f.Kind.IsDate()
            || (
                !f.Always
                && f.Operations.All(o =>
                    IsRiddenOutAt(o, f.Kind) && (f.RetryAfter is not { } wait || !RequestCases.IsTooLong(wait) || Operations.Revoking.Contains(o))
                )
            )
        );

    /// <summary>Whether the service refuses every request that could end the token, so that it stays enabled.</summary>
    public bool RefusesEveryEnd =>
        IsOnExisting
            ? IsUnreadable || Ends(Operation.TokenPatch)
            : Ends(Operation.TokenDelete) && (Hits(Operation.GenerateCredentials) || Ends(Operation.TokenPatch));

    /// <summary>Whether the service reports an existing token as missing. No client can detect that.</summary>
    public bool Lies =>
        Faults.Any(f =>
            f.Kind == FaultKind.NotFound && f.Operations.Any(o => o is Operation.TokenPatch or Operation.TokenDelete or Operation.TokenGet)
        );

    // Who else uses the token is not known without its passwords: it is not disabled under another build.
    private bool IsUnreadable =>
        Faults.Any(f => f.Operations.Contains(Operation.TokenGet) && ((f.Always && !f.Kind.IsDate()) || f.Kind == FaultKind.NotFound));

    private bool IsAtItsEnd => Faults.All(f => f.Nth > 1);

    private bool Ends(Operation operation) =>
        Faults.Any(f =>
            f.Always
            && f.Operations.Contains(operation)
            && (f.Kind.Status() is not null || f.Kind is FaultKind.ResetBefore or FaultKind.SilenceBefore)
        );

    /// <summary>Whether the result differs from the request. The mint must refuse it.</summary>
    public bool IsRefusedByTheMint => !Renews && Faults.Any(f => f.Kind.Changes() is not null);

    /// <summary>Whether the renewed password is not as requested. The renewal must refuse it.</summary>
    public bool IsRefusedByTheRenewal => Renews && Faults.Any(f => f.Kind.Changes() is not null);

    private bool IsRiddenOutAt(Operation operation, FaultKind kind) =>
        (operation, kind) switch
        {
            _ when kind.Changes() is not null => false,
            // If the poll is forbidden, the client reads the resource itself.
            // The only way to end such a token is tried again.
            (Operation.TokenGet or Operation.TokenPatch, FaultKind.Unauthorized or FaultKind.Forbidden or FaultKind.ProxyNotFound)
                when IsOnExisting => IsAtItsEnd,
            (_, FaultKind.Unauthorized or FaultKind.Forbidden) => operation.IsPoll(),
            (Operation.TokenPatch, FaultKind.NotFound or FaultKind.Conflict) when IsOnExisting => IsAtItsEnd,
            (Operation.TokenPatch or Operation.TokenDelete, FaultKind.Conflict) => true,
            (Operation.GenerateCredentials, FaultKind.TooManyRequests) => true,
            _ => kind.IsPassing() && Idempotent.Contains(operation),
        };
}
