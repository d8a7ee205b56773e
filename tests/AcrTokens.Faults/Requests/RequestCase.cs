namespace AcrTokens.Faults.Requests;

/// <summary>One fault at one kind of request, once or for ever; or several of them.</summary>
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

    /// <summary>Whether a build should not even notice: it passes, and the request may be sent again.</summary>
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

    /// <summary>Whether the service refuses everything that could end the token, so that it stays enabled.</summary>
    public bool RefusesEveryEnd => Ends(Operation.TokenDelete) && (Hits(Operation.GenerateCredentials) || Ends(Operation.TokenPatch));

    /// <summary>Whether the service says of a token that is there that it is not: nobody can tell.</summary>
    public bool Lies => Faults.Any(f => f.Kind == FaultKind.NotFound && f.Operations.Any(o => o is Operation.TokenPatch or Operation.TokenDelete));

    private bool Ends(Operation operation) =>
        Faults.Any(f =>
            f.Always
            && f.Operations.Contains(operation)
            && (f.Kind.Status() is not null || f.Kind is FaultKind.ResetBefore or FaultKind.SilenceBefore)
        );

    /// <summary>Whether what comes back is not what was asked for: nobody is to get it.</summary>
    public bool IsRefusedByTheMint => Faults.Any(f => f.Kind.Changes() is not null);

    private static bool IsRiddenOutAt(Operation operation, FaultKind kind) =>
        (operation, kind) switch
        {
            _ when kind.Changes() is not null => false,
            // A poll that is forbidden has another way: the resource itself.
            (_, FaultKind.Unauthorized or FaultKind.Forbidden) => operation.IsPoll(),
            (Operation.TokenPatch or Operation.TokenDelete, FaultKind.Conflict) => true,
            (Operation.GenerateCredentials, FaultKind.TooManyRequests) => true,
            _ => kind.IsPassing() && Idempotent.Contains(operation),
        };
}
