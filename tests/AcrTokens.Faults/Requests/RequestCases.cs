namespace AcrTokens.Faults.Requests;

/// <summary>Every request x every fault, once and for ever, and what takes two faults.</summary>
internal static class RequestCases
{
    private static readonly FaultKind[] Refusals = [FaultKind.Unauthorized, FaultKind.Forbidden, FaultKind.NotFound, FaultKind.ProxyNotFound, FaultKind.Conflict, FaultKind.TooManyRequests, FaultKind.ServerError, FaultKind.Unavailable, FaultKind.ResetBefore, FaultKind.SilenceBefore];

    public static IReadOnlyList<RequestCase> All { get; } = [.. Numbered(Single().Concat(NoWayToEnd()).Concat(NoWayBack()).Concat(NotAsAsked()))];

    /// <summary>The cases of one request, or of one of the groups of several.</summary>
    public static IEnumerable<RequestCase> Of(string group) => All.Where(c => c.Name.StartsWith($"{group} ", StringComparison.Ordinal));

    public static IEnumerable<string> Groups { get; } = [.. All.Select(c => c.Name.Split(' ')[0]).Distinct()];

    private static IEnumerable<(string Name, Armed[] Faults)> Single() =>
        from operation in Operations.All
        from kind in FaultKinds.Faults
        where kind.IsFor(operation)
        from always in new[] { false, true }
        select ($"{operation} {kind} {(always ? "always" : "once")}", new[] { new Armed("", [operation], kind, always) });

    /// <summary>Whatever is tried to end the token is refused.</summary>
    private static IEnumerable<(string Name, Armed[] Faults)> NoWayToEnd() =>
        from kind in Refusals
        select ($"Revoke {kind} always", new[] { new Armed("", Operations.Revoking, kind, Always: true) });

    /// <summary>The password was made, but its answer was lost, and the token cannot be deleted.</summary>
    private static IEnumerable<(string Name, Armed[] Faults)> NoWayBack() =>
        from lost in new[] { FaultKind.ResetAfter, FaultKind.SilenceAfter, FaultKind.Truncated }
        from kind in Refusals
        select ($"Rollback {lost} and {kind} always", new[]
        {
            new Armed("", [Operation.GenerateCredentials], lost, Always: true),
            new Armed("", Operations.Revoking, kind, Always: true),
        });

    /// <summary>What came out is not what was asked for, and cannot be ended.</summary>
    private static IEnumerable<(string Name, Armed[] Faults)> NotAsAsked() =>
        from kind in FaultKinds.Faults
        let operation = kind.Changes()
        where operation is not null
        from refusal in new[] { FaultKind.Forbidden, FaultKind.Conflict, FaultKind.Unavailable }
        select ($"NotAsAsked {kind} and {refusal} always", new[]
        {
            new Armed("", [operation.Value], kind, Always: true),
            new Armed("", Operations.Revoking, refusal, Always: true),
        });

    private static IEnumerable<RequestCase> Numbered(IEnumerable<(string Name, Armed[] Faults)> cases) =>
        cases.Select((c, i) => new RequestCase(c.Name, $"r{i}", [.. c.Faults.Select(f => f with { Case = $"r{i}" })]));
}
