namespace AcrTokens.Faults;

/// <summary>The fault that hits a request.</summary>
internal enum FaultKind
{
    Unauthorized,
    Forbidden,
    NotFound,

    /// <summary>404 in HTML, from a proxy in between that knows nothing about tokens.</summary>
    ProxyNotFound,
    RequestTimeout,
    Conflict,

    /// <summary>429 with <c>Retry-After: 1</c>, unless another is armed.</summary>
    TooManyRequests,
    ServerError,
    Unavailable,
    GatewayTimeout,

    /// <summary>The connection breaks before the service sees the request.</summary>
    ResetBefore,

    /// <summary>The connection breaks after the service has acted.</summary>
    ResetAfter,

    /// <summary>No response until the client gives up, and the service has not seen the request.</summary>
    SilenceBefore,

    /// <summary>No response until the client gives up, although the service has acted.</summary>
    SilenceAfter,

    /// <summary>Half of the response body, then the connection breaks.</summary>
    Truncated,

    /// <summary>A poll whose response says that the operation is still running.</summary>
    NeverEnds,

    /// <summary>The response's date is ten minutes ahead.</summary>
    DateAhead,

    /// <summary>The response's date is ten minutes behind.</summary>
    DateBehind,

    /// <summary>The token is created disabled, as by a policy.</summary>
    Disabled,

    /// <summary>The token is created with another scope map than requested.</summary>
    OtherScopeMap,

    /// <summary>The password is created without an expiry.</summary>
    NoExpiry,

    /// <summary>The password is created with an expiry a day later.</summary>
    LaterExpiry,

    /// <summary>Held before the service until it is released. Not a fault, but a place to stop at.</summary>
    HeldBefore,

    /// <summary>Held after the service has acted, until it is released.</summary>
    HeldAfter,
}

internal static class FaultKinds
{
    /// <summary>All faults except those that only hold.</summary>
    public static IReadOnlyList<FaultKind> Faults { get; } = [.. Enum.GetValues<FaultKind>().Except([FaultKind.HeldBefore, FaultKind.HeldAfter])];

    /// <summary>The status of the response; null if the fault does something else.</summary>
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

    /// <summary>Whether a retry may succeed.</summary>
    public static bool IsPassing(this FaultKind kind) => kind.Status() is null or 408 or 429 or >= 500;

    /// <summary>Whether the client waits until it gives up.</summary>
    public static bool IsSilence(this FaultKind kind) => kind is FaultKind.SilenceBefore or FaultKind.SilenceAfter;

    /// <summary>
    /// The operation whose result differs from the request, so that a mint must refuse it; null if the fault does something else.
    /// </summary>
    public static Operation? Changes(this FaultKind kind) =>
        kind switch
        {
            FaultKind.Disabled or FaultKind.OtherScopeMap => Operation.TokenPut,
            FaultKind.NoExpiry or FaultKind.LaterExpiry => Operation.GenerateCredentials,
            _ => null,
        };

    /// <summary>Whether the fault changes the request, so that the service really creates the result, instead of the response.</summary>
    public static bool ChangesRequest(this FaultKind kind) => kind.Changes() == Operation.GenerateCredentials;

    /// <summary>Whether the fault is possible for the operation.</summary>
    public static bool IsFor(this FaultKind kind, Operation operation) =>
        kind == FaultKind.NeverEnds ? operation.IsPoll() : kind.Changes() is not { } only || only == operation;

    public static bool IsDate(this FaultKind kind) => kind is FaultKind.DateAhead or FaultKind.DateBehind;
}
