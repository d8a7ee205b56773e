namespace AcrTokens.Faults.Requests;

/// <summary>Every request x every fault, once and permanently, and cases that take two faults.</summary>
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
    [.. Numbered(Single().Concat(NoWayToEnd()).Concat(NoWayBack()).Concat(NotAsAsked()).Concat(ComingBack()))];

    /// <summary>Whether the wait is longer than any timeout.</summary>
    public static bool IsTooLong(string retryAfter) => retryAfter is AnHour or Largest;

    /// <summary>The cases of one request, or of one group of cases with several faults.</summary>
    public static IEnumerable<RequestCase> Of(string group) => All.Where(c => c.Name.StartsWith($"{group} ", StringComparison.Ordinal));

    public static IEnumerable<string> Groups { get; } = [.. All.Select(c => c.Name.Split(' ')[0]).Distinct()];

    private static IEnumerable<(string Name, Armed[] Faults)> Single() =>
        from operation in Operations.All
        from kind in FaultKinds.Faults
        where kind.IsFor(operation)
        from always in new[] { false, true }
        select ($"{operation} {kind} {(always ? "always" : "once")}", new[] { new Armed("", [operation], kind, always) });

    /// <summary>Every request to end the token is refused.</summary>
    private static IEnumerable<(string Name, Armed[] Faults)> NoWayToEnd() =>
        from kind in Refusals
        select ($"Revoke {kind} always", new[] { new Armed("", Operations.Revoking, kind, Always: true) });

    /// <summary>The password was generated, but the response was lost, and the token cannot be deleted.</summary>
    private static IEnumerable<(string Name, Armed[] Faults)> NoWayBack() =>
        from lost in new[] { FaultKind.ResetAfter, FaultKind.SilenceAfter, FaultKind.Truncated }
        from kind in Refusals
        select (
            $"Rollback {lost} and {kind} always",
            new[] { new Armed("", [Operation.GenerateCredentials], lost, Always: true), new Armed("", Operations.Revoking, kind, Always: true) }
        );

    /// <summary>The result differs from the request, and cannot be ended.</summary>
    private static IEnumerable<(string Name, Armed[] Faults)> NotAsAsked() =>
        from kind in FaultKinds.Faults
        let operation = kind.Changes()
        where operation is not null
        from refusal in new[] { FaultKind.Forbidden, FaultKind.Conflict, FaultKind.Unavailable }
        select (
            $"NotAsAsked {kind} and {refusal} always",
            new[] { new Armed("", [operation.Value], kind, Always: true), new Armed("", Operations.Revoking, refusal, Always: true) }
        );

    /// <summary>Refusals with a <c>Retry-After</c> of every kind.</summary>
    private static IEnumerable<(string Name, Armed[] Faults)> ComingBack() =>
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
        select (
            $"RetryAfter '{wait}' {kind} {(always ? "Revoke always" : $"{operations[0]} once")}",
            new[] { new Armed("", operations, kind, always, RetryAfter: wait) }
        );

    private static IEnumerable<RequestCase> Numbered(IEnumerable<(string Name, Armed[] Faults)> cases) =>
        cases.Select((c, i) => new RequestCase(c.Name, $"r{i}", [.. c.Faults.Select(f => f with { Case = $"r{i}" })]));
}
