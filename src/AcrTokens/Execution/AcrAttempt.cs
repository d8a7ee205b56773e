using System.Text.Json;
using Azure;
using Azure.Core;

namespace AcrTokens.Execution;

/// <summary>
/// An operation that an executor attempts. Translates failures of Azure's clients into the tasks' errors: the operation, the resource, the service's
/// code, what to do. For custom executors (<see cref="AcrExecutor"/>).
/// </summary>
/// <param name="Verb">The operation, as an infinitive: <c>create</c>, <c>list tokens of</c>.</param>
/// <param name="Resource">The resource's id.</param>
public sealed record AcrAttempt(string Verb, ResourceIdentifier Resource)
{
    /// <summary>True once the service has accepted the request, so that a refusal no longer means that nothing was done. Default: false.</summary>
    public bool HasActed { get; init; }

    private Attempt Attempt => new(Verb, Resource) { HasActed = HasActed };

    /// <summary>
    /// Translates an exception of an Azure client: a refusal, a failed long-running operation (its status is 200), a failed sign-in, a missing
    /// response, or one that cannot be read. Null for exceptions that should propagate, such as a cancellation by
    /// <paramref name="cancellationToken"/>.
    /// </summary>
    public AcrException? TryTranslate(Exception exception, CancellationToken cancellationToken) =>
        exception switch
        {
            RequestFailedException { Status: > 0 } failure => ArmErrors.Failed(failure, Attempt),
            _ when ArmJson.IsUnreadable(exception) => ArmErrors.Unreadable(Attempt, exception),
            _ => ArmErrors.TryTranslate(exception, Attempt, null, cancellationToken),
        };

    /// <summary>Whether the exception comes from reading a malformed response.</summary>
    public static bool IsUnreadable(Exception exception) => ArmJson.IsUnreadable(exception);

    /// <summary>The error for a list item that cannot be read and is skipped.</summary>
    /// <param name="item">The item, of any kind.</param>
    public AcrException UnreadableItem(JsonElement item) => ArmErrors.UnreadableItem(Attempt, item);

    /// <summary>The error for a list whose next page is one that was already read, so that it would never end.</summary>
    public AcrException EndlessList() => ArmErrors.EndlessList(Attempt);

    /// <summary>The error for a resource whose state shows that the service started the change and failed.</summary>
    public AcrException EndedWith(AcrProvisioningState state) => ArmErrors.Failed(new ArmAnswer(200), Attempt, state.ToString(), null);

    /// <summary>The error for a change that the service did not finish in time.</summary>
    public AcrException TimedOut(TimeSpan timeout) => ArmErrors.TimedOut(Attempt, timeout);

    /// <summary>Whether the response says that the resource does not exist while its registry does.</summary>
    public bool IsAbsence(RequestFailedException refusal)
    {
        ArgumentNullException.ThrowIfNull(refusal);
        return ArmErrors.IsMissing(refusal, Attempt);
    }
}
