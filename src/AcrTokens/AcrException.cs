using Azure.Core;

namespace AcrTokens;

/// <summary>
/// A task failed. The first line of the message carries the whole news: what failed, on what, the service's own code,
/// what to do, and what is left behind.
/// </summary>
public sealed class AcrException : Exception
{
    /// <summary>The service's code for what a lock forbids.</summary>
    internal const string ScopeLocked = "ScopeLocked";

    private readonly bool? isTransient;

    /// <summary>Makes an exception without a message of its own.</summary>
    public AcrException() { }

    /// <summary>Makes an exception with that message.</summary>
    public AcrException(string message)
        : base(message) { }

    /// <summary>Makes an exception with that message and cause.</summary>
    public AcrException(string message, Exception? innerException)
        : base(message, innerException) { }

    /// <summary>What was tried, such as <c>create token</c>.</summary>
    public string? Operation { get; init; }

    /// <summary>What it was tried on: a resource's id, else a registry's name or login server.</summary>
    public string? Resource { get; init; }

    /// <summary>The service's HTTP status; 0 when no answer came or nothing was sent.</summary>
    public int Status { get; init; }

    /// <summary>The service's own error code, such as <c>AuthorizationFailed</c>.</summary>
    public string? ServiceCode { get; init; }

    /// <summary>The service's id of the request, for its support.</summary>
    public string? RequestId { get; init; }

    /// <summary>
    /// The message, the messages of its causes, and where it was thrown. The causes' own stacks stay out: build hosts print this
    /// text, and the one line that helps would drown in them. <see cref="Exception.InnerException"/> has them.
    /// </summary>
    public override string ToString()
    {
        var causes = Causes(this).Select(cause => $" ---> {cause.GetType()}: {Words.HideTokens(cause.Message)}");
        string?[] lines = [$"{GetType()}: {Message}", .. causes, StackTrace];
        return string.Join(Environment.NewLine, lines.OfType<string>());
    }

    // The message of an exception that has several causes quotes them all.
    private static IEnumerable<Exception> Causes(Exception exception) =>
        exception is AggregateException || exception.InnerException is not { } cause ? [] : Causes(cause).Prepend(cause);

    internal static AcrException Missing(string task, ResourceIdentifier id) =>
        new($"There is no {AcrResourceIds.Describe(id)}.")
        {
            Operation = task,
            Resource = id.ToString(),
            Status = 404,
        };

    /// <summary>What failed more deeply, told as a failure of more than that: nothing is lost of what the service said.</summary>
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

    /// <summary>What the service said, where that is what an exception came from; the first of several.</summary>
    internal static AcrException? In(Exception? exception) =>
        exception switch
        {
            AcrException known => known,
            AggregateException several => several.InnerExceptions.Select(In).FirstOrDefault(known => known is not null),
            null => null,
            _ => In(exception.InnerException),
        };

    /// <summary>How long the service asked to wait before another try; null when it did not say.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>
    /// Whether another try may help: a revocation tries again then. An executor of one's own may say it. Default: by status and code, which is true
    /// where no answer came (0), for 408, 409, 429 and the service's own trouble (500 and more), unless the code is one that does not pass by itself,
    /// such as a lock's.
    /// </summary>
    public bool IsTransient
    {
        get => isTransient ?? (Status is 0 or 408 or 409 or 429 or >= 500 && !IsLastingCode(ServiceCode));
        init => isTransient = value;
    }

    /// <summary>Whether that code says of a conflict that it does not pass by itself.</summary>
    internal static bool IsLastingCode(string? serviceCode) =>
        serviceCode is ScopeLocked or "ReadOnlyDisabledSubscription" or "MissingSubscriptionRegistration";

    /// <summary>True when the service surely did nothing: it refused, or nothing reached it. A mint then has nothing to roll back.</summary>
    public bool NothingDone { get; init; }
}
