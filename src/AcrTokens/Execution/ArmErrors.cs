using System.Text.Json;
using Azure;
using Azure.Identity;

namespace AcrTokens.Execution;

/// <summary>Errors of calls to Resource Manager, each in one line that says what to do.</summary>
internal static class ArmErrors
{
    // Shorter delays were waited out.
    private static readonly TimeSpan WorthTelling = TimeSpan.FromMinutes(1);

    /// <summary>The service answered and refused.</summary>
    public static AcrException Refused(ArmAnswer answer, Attempt attempt)
    {
        var error = answer.Error;
        return Failed(answer, attempt, error, ArmAdvice.For(answer.Status, error, attempt));
    }

    /// <summary>The service accepted the request and could not complete it.</summary>
    public static AcrException Failed(ArmAnswer answer, Attempt attempt, string state, ArmError? error) =>
        Failed(answer, attempt, error ?? new ArmError(state, null), $"The service began and ended with {state}.");

    /// <summary>
    /// Translates an exception of one of Azure's clients: the service refused, or could not complete the change (then with a success status).
    /// </summary>
    public static AcrException Failed(RequestFailedException failure, Attempt attempt)
    {
        var (answer, error) = Read(failure);
        return answer.Status is >= 200 and < 300
            ? Failed(answer, attempt, StateOf(answer), error)
            : Failed(answer, attempt, error, ArmAdvice.For(answer.Status, error, attempt));
    }

    /// <summary>
    /// Whether the resource does not exist while its registry does. Only the registry's own code proves that. A proxy's 404 does not, and neither
    /// does Resource Manager's 404 for an unknown type, namespace or path.
    /// </summary>
    public static bool IsMissing(ArmAnswer answer, Attempt attempt) => IsMissing(answer.Status, answer.Error, attempt);

    public static bool IsMissing(RequestFailedException refusal, Attempt attempt) => IsMissing(refusal.Status, Read(refusal).Error, attempt);

    public static AcrException TimedOut(Attempt attempt, TimeSpan timeout) =>
        Unsent(attempt, $"the service has not finished after {timeout}. It may still do so");

    public static AcrException Unreadable(Attempt attempt, Exception cause) => Unsent(attempt, "Resource Manager's answer cannot be read", cause);

    /// <summary>An item of a list cannot be read.</summary>
    public static AcrException UnreadableItem(Attempt attempt, JsonElement item) =>
        Unsent(attempt, $"{(ArmModels.Name(item) is { } name ? $"the item '{Words.Line(name)}'" : "an item without a name")} cannot be read");

    public static AcrException NoLink(Attempt attempt) => Unsent(attempt, "the service took it, and gave no link to the result");

    public static AcrException ForeignLink(Attempt attempt, Uri endpoint) =>
        Unsent(attempt, $"the service's link to the result leaves {endpoint.Host}, so it was not followed");

    public static AcrException NoAddress(ArmRequest request) => Unsent(request.Attempt, $"'{request.Path}' is no resource's address");

    /// <summary>The list would never end.</summary>
    public static AcrException EndlessList(Attempt attempt) => Unsent(attempt, "the list's next page was read already");

    /// <summary>
    /// Translates an exception without a response: no credential, no connection, or a timeout. Null for exceptions that should propagate.
    /// </summary>
    public static AcrException? TryTranslate(Exception exception, Attempt attempt, Uri? endpoint, CancellationToken cancellationToken) =>
        exception switch
        {
            _ when Last(exception) is AuthenticationFailedException failure => NotSignedIn(attempt, failure, exception),
            OperationCanceledException when cancellationToken.IsCancellationRequested => null,
            InvalidDataException tooLarge => Unsent(attempt, $"Resource Manager's answer was refused: {tooLarge.Message}", exception),
            RequestFailedException or AggregateException or OperationCanceledException or IOException or HttpRequestException => Unanswered(
                attempt,
                endpoint,
                exception
            ),
            _ => null,
        };

    private static AcrException NotSignedIn(Attempt attempt, AuthenticationFailedException failure, Exception cause)
    {
        var (reason, mayPass) = SignInErrors.Explain(failure);
        return Unsent(attempt, reason, cause, isTransient: mayPass);
    }

    private static AcrException Unanswered(Attempt attempt, Uri? endpoint, Exception exception)
    {
        const string address = "the cloud's endpoint";
        var who = $"Resource Manager{(endpoint is null ? "" : $" at {endpoint.Host}:{endpoint.Port}")}";
        var last = Last(exception);
        var reason =
            NetworkErrors.Explain(last, who, address)
            ?? $"{who} did not answer ({Words.Phrase(last.GetBaseException().Message)}). {NetworkErrors.Check(address)}";
        return Unsent(attempt, reason, exception, isTransient: !NetworkErrors.IsUntrusted(last));
    }

    private static bool IsMissing(int status, ArmError? error, Attempt attempt) =>
        status == 404 && error?.Code == ArmAdvice.ResourceNotFound && !ArmAdvice.IsRegistryMissing(error, attempt);

    // An exception without a response, as in a test, has only a code and a message.
    private static (ArmAnswer Answer, ArmError? Error) Read(RequestFailedException failure)
    {
        if (failure.GetRawResponse() is not { } response)
            return (new ArmAnswer(failure.Status), new ArmError(failure.ErrorCode, failure.Message));

        var answer = new ArmAnswer(response);
        return (answer, answer.Error);
    }

    private static string StateOf(ArmAnswer answer) => answer.TryRead(json => json.TextAt("status") ?? ArmModels.State(json)?.Value) ?? "no result";

    private static AcrException Failed(ArmAnswer answer, Attempt attempt, ArmError? error, string? advice)
    {
        if (error?.Code is null && answer.Oddity is { } oddity)
            advice = oddity;
        var code = error?.Code is { Length: > 0 } known ? $"{answer.Status} {known}" : $"{answer.Status}";
        var said = error?.Message is { Length: > 0 } message ? $" The service says: {Words.Sentence(message)}" : "";
        var later = answer.RetryAfter > WorthTelling ? $" It asks to come back in {answer.RetryAfter}." : "";
        var id = answer.RequestId is null ? "" : $" Request id {answer.RequestId}.";
        return new AcrException($"Could not {attempt.Description} ({code}).{(advice is null ? "" : $" {advice}")}{said}{later}{id}")
        {
            Operation = attempt.Description,
            Resource = attempt.Resource.ToString(),
            Status = answer.Status,
            ServiceCode = error?.Code,
            RequestId = answer.RequestId,
            RetryAfter = answer.RetryAfter,
            NothingDone = !attempt.HasActed && answer.Status is >= 300 and < 500 and not 408,
        };
    }

    private static AcrException Unsent(Attempt attempt, string reason, Exception? cause = null, bool isTransient = true) =>
        new(Words.Sentence($"Could not {attempt.Description}: {reason}", int.MaxValue), cause)
        {
            Operation = attempt.Description,
            Resource = attempt.Resource.ToString(),
            NothingDone = !attempt.HasActed && cause is not null && Tries(cause).All(HasNotConnected),
            IsTransient = isTransient,
        };

    private static Exception[] Tries(Exception exception) => exception is AggregateException tries ? [.. tries.InnerExceptions] : [exception];

    private static Exception Last(Exception exception) => Tries(exception)[^1];

    private static bool HasNotConnected(Exception exception) =>
        exception is AuthenticationFailedException
        || (exception as HttpRequestException ?? exception.InnerException)
            is HttpRequestException
            {
                HttpRequestError: HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError or HttpRequestError.SecureConnectionError,
            };
}
