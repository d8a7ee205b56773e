namespace AcrTokens.Faults;

/// <summary>What becomes of a request.</summary>
internal enum FaultKind
{
    Unauthorized,
    Forbidden,
    NotFound,

    /// <summary>404 in HTML, from something in between that knows nothing of tokens.</summary>
    ProxyNotFound,
    RequestTimeout,
    Conflict,

    /// <summary>429 with <c>Retry-After: 1</c>, unless another is armed.</summary>
    TooManyRequests,
    ServerError,
    Unavailable,
    GatewayTimeout,

    /// <summary>The connection breaks before the service saw the request.</summary>
    ResetBefore,

    /// <summary>The connection breaks after the service acted.</summary>
    ResetAfter,

    /// <summary>No answer, and the service saw nothing: until the client gives up.</summary>
    SilenceBefore,

    /// <summary>No answer though the service acted: until the client gives up.</summary>
    SilenceAfter,

    /// <summary>Half of the answer's body, then the connection breaks.</summary>
    Truncated,

    /// <summary>A poll that says the work is still going on.</summary>
    NeverEnds,

    /// <summary>The answer's date is ten minutes ahead.</summary>
    DateAhead,

    /// <summary>The answer's date is ten minutes behind.</summary>
    DateBehind,

    /// <summary>The token comes out disabled, as by a policy.</summary>
    Disabled,

    /// <summary>The token comes out with a scope map that nobody asked for.</summary>
    OtherScopeMap,

    /// <summary>The password comes out without an expiry.</summary>
    NoExpiry,

    /// <summary>The password comes out with an expiry a day later.</summary>
    LaterExpiry,

    /// <summary>Kept from the service until it is released. No fault: a place to stop at.</summary>
    HeldBefore,

    /// <summary>Kept from the client until it is released, after the service acted.</summary>
    HeldAfter,
}

internal static class FaultKinds
{
    /// <summary>All but those that only hold.</summary>
    public static IReadOnlyList<FaultKind> Faults { get; } = [.. Enum.GetValues<FaultKind>().Except([FaultKind.HeldBefore, FaultKind.HeldAfter])];

    /// <summary>The status that it answers with; null where it does something else.</summary>
    public static int? Status(this FaultKind kind) =>
        kind switch
        {
            FaultKind.Unauthorized => 401,
            FaultKind.Forbidden => 403,
            FaultKind.NotFound or FaultKind.ProxyNotFound => 404,
            FaultKind.RequestTimeout => 408,
            FaultKind.Conflict => 409,
            FaultKind.TooManyRequests => 429,
            FaultKind.ServerError => 500,
            FaultKind.Unavailable => 503,
            FaultKind.GatewayTimeout => 504,
            _ => null,
        };

    /// <summary>Whether another try may meet better luck.</summary>
    public static bool IsPassing(this FaultKind kind) => kind.Status() is null or 408 or 429 or >= 500;

    /// <summary>Whether the client waits until it gives up.</summary>
    public static bool IsSilence(this FaultKind kind) => kind is FaultKind.SilenceBefore or FaultKind.SilenceAfter;

    /// <summary>
    /// The one operation that it makes come out otherwise than was asked for, so that a mint must not take it; null where it does something else.
    /// </summary>
    public static Operation? Changes(this FaultKind kind) =>
        kind switch
        {
            FaultKind.Disabled or FaultKind.OtherScopeMap => Operation.TokenPut,
            FaultKind.NoExpiry or FaultKind.LaterExpiry => Operation.GenerateCredentials,
            _ => null,
        };

    /// <summary>Whether it changes what the service is asked for, so that it really makes that, rather than what it answers.</summary>
    public static bool ChangesRequest(this FaultKind kind) => kind.Changes() == Operation.GenerateCredentials;

    /// <summary>Whether it means anything at that operation.</summary>
    public static bool IsFor(this FaultKind kind, Operation operation) =>
        kind == FaultKind.NeverEnds ? operation.IsPoll() : kind.Changes() is not { } only || only == operation;

    public static bool IsDate(this FaultKind kind) => kind is FaultKind.DateAhead or FaultKind.DateBehind;
}
