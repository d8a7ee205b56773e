namespace AcrTokens.Faults.Requests;

/// <summary>
/// Every request x every fault, once and for ever, and what takes two faults; those of the mint and the revocation once more for a token that is
/// prepared, those of the password for one that is renewed, and those of a mint and a revocation on a token that exists.
/// </summary>
internal static class RequestCases
{
    private static readonly FaultKind[] Refusals =
    [
        FaultKind.Unauthorized,
        FaultKind.Forbidden,
        FaultKind.NotFound,
        FaultKind.ProxyNotFound,
        FaultKind.Conflict,
        FaultKind.TooManyRequests,
        FaultKind.ServerError,
        FaultKind.Unavailable,
        FaultKind.ResetBefore,
        FaultKind.SilenceBefore,
    ];

    private const string AnHour = "3600";
    private const string Largest = "2147483647";

    private static readonly string[] Waits = ["0", "12.5", "Sun, 06 Nov 1994 08:49:37 GMT", EmulatorFaults.InTenSeconds, AnHour, Largest, "soon"];

    public static IReadOnlyList<RequestCase> All { get; } =
    [
        .. Numbered([
            .. Single(),
            .. NoWayToEnd(),
            .. NoWayBack(),
            .. NotAsAsked(),
            .. ComingBack(),
            .. Prepared([.. Single(), .. NoWayToEnd(), .. NoWayBack(), .. NotAsAsked()]),
            .. NeverMinted(Single()),
            .. Renewed([.. Single(), .. NoWayBack(), .. NotAsAsked()]),
            .. OnExisting(),
        ]),
    ];

    /// <summary>Whether nobody has the time to wait for that.</summary>
    public static bool IsTooLong(string retryAfter) => retryAfter is AnHour or Largest;

    /// <summary>The cases of one request, or of one of the groups of several.</summary>
    public static IEnumerable<RequestCase> Of(string group) => All.Where(c => c.Name.StartsWith($"{group} ", StringComparison.Ordinal));

    public static IEnumerable<string> Groups { get; } = [.. All.Select(c => c.Name.Split(' ')[0]).Distinct()];

    private static IEnumerable<RequestCase> Single() =>
        from operation in Operations.All
        from kind in FaultKinds.Faults
        where kind.IsFor(operation)
        from always in new[] { false, true }
        select Case($"{operation} {kind} {(always ? "always" : "once")}", new Armed("", [operation], kind, always));

    /// <summary>Whatever is tried to end the token is refused.</summary>
    private static IEnumerable<RequestCase> NoWayToEnd() =>
        from kind in Refusals
        select Case($"Revoke {kind} always", new Armed("", Operations.Revoking, kind, Always: true));

    /// <summary>The password was made, but its answer was lost, and the token cannot be deleted.</summary>
    private static IEnumerable<RequestCase> NoWayBack() =>
        from lost in new[] { FaultKind.ResetAfter, FaultKind.SilenceAfter, FaultKind.Truncated }
        from kind in Refusals
        select Case(
            $"Rollback {lost} and {kind} always",
            new Armed("", [Operation.GenerateCredentials], lost, Always: true),
            new Armed("", Operations.Revoking, kind, Always: true)
        );

    /// <summary>What came out is not what was asked for, and cannot be ended.</summary>
    private static IEnumerable<RequestCase> NotAsAsked() =>
        from kind in FaultKinds.Faults
        let operation = kind.Changes()
        where operation is not null
        from refusal in new[] { FaultKind.Forbidden, FaultKind.Conflict, FaultKind.Unavailable }
        select Case(
            $"NotAsAsked {kind} and {refusal} always",
            new Armed("", [operation.Value], kind, Always: true),
            new Armed("", Operations.Revoking, refusal, Always: true)
        );

    /// <summary>Refusals with a <c>Retry-After</c> of every kind.</summary>
    private static IEnumerable<RequestCase> ComingBack() =>
        from wait in Waits
        from kind in new[]
        {
            FaultKind.RequestTimeout,
            FaultKind.Conflict,
            FaultKind.TooManyRequests,
            FaultKind.ServerError,
            FaultKind.Unavailable,
            FaultKind.GatewayTimeout,
        }
        from operations in Operations.All.Select(o => new[] { o }).Append([.. Operations.Revoking])
        let always = operations.Length > 1
        select Case(
            $"RetryAfter '{wait}' {kind} {(always ? "Revoke always" : $"{operations[0]} once")}",
            new Armed("", operations, kind, always, RetryAfter: wait)
        );

    /// <summary>The use of a token does not depend on where it comes from.</summary>
    private static IEnumerable<RequestCase> Prepared(IEnumerable<RequestCase> cases) =>
        from @case in cases
        where !@case.Hits(Operation.RegistryGet, Operation.Login)
        select @case with
        {
            Name = $"Prepared {@case.Name}",
            Prepares = true,
        };

    private static IEnumerable<RequestCase> NeverMinted(IEnumerable<RequestCase> cases) =>
        from @case in cases
        where @case.Hits(Operation.TokenDelete, Operation.TokenDeletePoll)
        select @case with
        {
            Name = $"NeverMinted {@case.Name}",
            Prepares = true,
            IsNeverMinted = true,
        };

    /// <summary>The second password is generated by the renewal.</summary>
    private static IEnumerable<RequestCase> Renewed(IEnumerable<RequestCase> cases) =>
        from @case in cases
        where @case.Hits(Operation.GenerateCredentials)
        select @case with
        {
            Name = $"Renewed {@case.Name}",
            Renews = true,
            Faults = [.. @case.Faults.Select(fault => fault.Operations.Contains(Operation.GenerateCredentials) ? fault with { Nth = 2 } : fault)],
        };

    /// <summary>A token that stays. The second read and the second write are the revocation's.</summary>
    private static IEnumerable<RequestCase> OnExisting() =>
        from nth in new[] { 1, 2 }
        from operation in Operations.OnExisting
        where nth == 1 || operation is Operation.TokenGet or Operation.TokenPatch
        from kind in FaultKinds.Faults
        where kind.IsFor(operation)
        from always in new[] { false, true }
        select Case(
            $"{(nth == 1 ? "OnExisting" : "EndOfExisting")} {operation} {kind} {(always ? "always" : "once")}",
            new Armed("", [operation], kind, always, nth)
        ) with
        {
            IsOnExisting = true,
        };

    private static RequestCase Case(string name, params IReadOnlyList<Armed> faults) => new(name, "", faults);

    private static IEnumerable<RequestCase> Numbered(IEnumerable<RequestCase> cases) =>
        cases.Select((c, i) => c with { Id = $"r{i}", Faults = [.. c.Faults.Select(f => f with { Case = $"r{i}" })] });
}
