namespace AcrTokens.Faults.Requests;

/// <summary>One fault for one kind of request, once or permanently; or several faults.</summary>
internal sealed record RequestCase(string Name, string Id, IReadOnlyList<Armed> Faults)
{
    private static readonly Operation[] Idempotent = [.. Operations.All.Except([Operation.GenerateCredentials])];

    /// <summary>Whether its token is prepared before it is minted, and its revocation only begun before it is disposed.</summary>
    public bool Prepares { get; init; }

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
    public bool RefusesEveryEnd => Ends(Operation.TokenDelete) && (Hits(Operation.GenerateCredentials) || Ends(Operation.TokenPatch));

    /// <summary>Whether the service reports an existing token as missing. No client can detect that.</summary>
    public bool Lies => Faults.Any(f => f.Kind == FaultKind.NotFound && f.Operations.Any(o => o is Operation.TokenPatch or Operation.TokenDelete));

    private bool Ends(Operation operation) =>
        Faults.Any(f =>
            f.Always
            && f.Operations.Contains(operation)
            && (f.Kind.Status() is not null || f.Kind is FaultKind.ResetBefore or FaultKind.SilenceBefore)
        );

    /// <summary>Whether the result differs from the request. The mint must refuse it.</summary>
    public bool IsRefusedByTheMint => Faults.Any(f => f.Kind.Changes() is not null);

    private static bool IsRiddenOutAt(Operation operation, FaultKind kind) =>
        (operation, kind) switch
        {
            _ when kind.Changes() is not null => false,
            // If the poll is forbidden, the client reads the resource itself.
            (_, FaultKind.Unauthorized or FaultKind.Forbidden) => operation.IsPoll(),
            (Operation.TokenPatch or Operation.TokenDelete, FaultKind.Conflict) => true,
            (Operation.GenerateCredentials, FaultKind.TooManyRequests) => true,
            _ => kind.IsPassing() && Idempotent.Contains(operation),
        };
}
