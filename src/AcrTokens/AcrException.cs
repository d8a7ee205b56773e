using Azure.Core;

namespace AcrTokens;

/// <summary>
/// A task failed. The first line of the message says it all: the operation, the resource, the service's code, what to do, and what is left behind.
/// </summary>
public sealed class AcrException : Exception
{
    /// <summary>The service's code for a change that a lock forbids.</summary>
    internal const string ScopeLocked = "ScopeLocked";

    /// <summary>The service's code for a change that a policy forbids.</summary>
    internal const string DisallowedByPolicy = "RequestDisallowedByPolicy";

    private readonly bool? isTransient;

    /// <summary>Creates an exception with the default message.</summary>
    public AcrException() { }

    /// <summary>Creates an exception with a message.</summary>
    public AcrException(string message)
        : base(message) { }

    /// <summary>Creates an exception with a message and a cause.</summary>
    public AcrException(string message, Exception? innerException)
        : base(message, innerException) { }

    /// <summary>The operation, such as <c>create token</c>.</summary>
    public string? Operation { get; init; }

    /// <summary>The resource: its id, or a registry's name or login server.</summary>
    public string? Resource { get; init; }

    /// <summary>The response's HTTP status; 0 if no response arrived or nothing was sent.</summary>
    public int Status { get; init; }

    /// <summary>The service's error code, such as <c>AuthorizationFailed</c>.</summary>
    public string? ServiceCode { get; init; }

    /// <summary>The service's request id, for Azure support.</summary>
    public string? RequestId { get; init; }

    /// <summary>
    /// The message, the messages of its causes, and the stack trace. The causes' own stack traces are left out: build hosts print this text, and the
    /// one helpful line would drown in them. <see cref="Exception.InnerException"/> has them.
    /// </summary>
    public override string ToString()
    {
        var causes = Causes(this).Select(cause => $" ---> {cause.GetType()}: {Words.HideTokens(cause.Message)}");
        string?[] lines = [$"{GetType()}: {Message}", .. causes, StackTrace];
        return string.Join(Environment.NewLine, lines.OfType<string>());
    }

    // An AggregateException's message quotes all its causes.
    private static IEnumerable<Exception> Causes(Exception exception) =>
        exception is AggregateException || exception.InnerException is not { } cause ? [] : Causes(cause).Prepend(cause);

    internal static AcrException Missing(string task, ResourceIdentifier id) =>
        new($"There is no {AcrResourceIds.Describe(id)}.")
        {
            Operation = task,
            Resource = id.ToString(),
            Status = 404,
        };

    /// <summary>Wraps a deeper failure in a broader one, and keeps the service's details.</summary>
    internal static AcrException For(Exception cause, string message, string? operation, ResourceIdentifier resource)
    {
        var known = In(cause);
        return new(message, cause)
        {
            Operation = operation ?? known?.Operation,
            Resource = resource.ToString(),
            Status = known?.Status ?? 0,
            ServiceCode = known?.ServiceCode,
            RequestId = known?.RequestId,
            RetryAfter = known?.RetryAfter,
            IsTransient = known?.IsTransient ?? true,
        };
    }

    /// <summary>The service's error behind an exception, if any; the first of several.</summary>
    internal static AcrException? In(Exception? exception) =>
        exception switch
        {
            AcrException known => known,
            AggregateException several => several.InnerExceptions.Select(In).FirstOrDefault(known => known is not null),
            null => null,
            _ => In(exception.InnerException),
        };

    /// <summary>The delay that the service asked for before a retry; null if it named none.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>
    /// Whether a retry may succeed; a revocation retries then. A custom executor may set it. Default: decided by status and code. True if no response
    /// arrived (0), for 408, 409 and 429, and for server errors (500 and above), except for codes that do not pass without a change, such as a
    /// lock's.
    /// </summary>
    public bool IsTransient
    {
        get => isTransient ?? (Status is 0 or 408 or 409 or 429 or >= 500 && !IsLastingCode(ServiceCode));
        init => isTransient = value;
    }

    /// <summary>What keeps a token from being deleted, as part of a sentence; null if the delete failed for another reason.</summary>
    internal string? Keeper =>
        ServiceCode switch
        {
            ScopeLocked => "a lock",
            DisallowedByPolicy => "a policy",
            _ => null,
        };

    /// <summary>Whether the code means a conflict that a retry cannot resolve.</summary>
    internal static bool IsLastingCode(string? serviceCode) =>
        serviceCode is ScopeLocked or "ReadOnlyDisabledSubscription" or "MissingSubscriptionRegistration";

    /// <summary>
    /// True if the service certainly did nothing: it refused the request, or never received it. A mint then has nothing to roll back.
    /// </summary>
    public bool NothingDone { get; init; }
}
