using System.Text.Json;
using Azure;
using Azure.Core;

namespace AcrTokens.Execution;

/// <summary>
/// What an executor tries. Tells the failures of one of Azure's clients in the words of the tasks: what failed, on what,
/// the service's own code, what to do. For those who write an <see cref="AcrExecutor"/>.
/// </summary>
/// <param name="Verb">What is tried, in an infinitive: <c>create</c>, <c>list tokens of</c>.</param>
/// <param name="Resource">The id of the resource that it is tried on.</param>
public sealed record AcrAttempt(string Verb, ResourceIdentifier Resource)
{
    /// <summary>True once the service has taken the request, so that a refusal no longer means that nothing was done. Default false.</summary>
    public bool HasActed { get; init; }

    private Attempt Attempt => new(Verb, Resource) { HasActed = HasActed };

    /// <summary>
    /// What to throw for what an Azure client threw: a refusal, a long-running operation that failed (its status is 200),
    /// a failed sign-in, no answer, or one that cannot be read. Null for a cancellation by <paramref name="cancellationToken"/> and for what is none
    /// of these.
    /// </summary>
    public AcrException? TryTranslate(Exception exception, CancellationToken cancellationToken) =>
        exception switch
        {
            RequestFailedException { Status: > 0 } failure => ArmErrors.Failed(failure, Attempt),
            _ when ArmJson.IsUnreadable(exception) => ArmErrors.Unreadable(Attempt, exception),
            _ => ArmErrors.TryTranslate(exception, Attempt, null, cancellationToken),
        };

    /// <summary>Whether an answer that is not as it should be makes an Azure client, or whoever reads what it returns, throw that.</summary>
    public static bool IsUnreadable(Exception exception) => ArmJson.IsUnreadable(exception);

    /// <summary>What to tell of an item of a list that cannot be read, while the list goes on.</summary>
    /// <param name="item">The item, which may be anything.</param>
    public AcrException UnreadableItem(JsonElement item) => ArmErrors.UnreadableItem(Attempt, item);

    /// <summary>What to throw where a list's next page is one that it has had already, so that it would never end.</summary>
    public AcrException EndlessList() => ArmErrors.EndlessList(Attempt);

    /// <summary>What to throw when the resource itself shows that the service began and failed.</summary>
    public AcrException EndedWith(AcrProvisioningState state) => ArmErrors.Failed(new ArmAnswer(200), Attempt, state.ToString(), null);

    /// <summary>What to throw when the service has not finished in time.</summary>
    public AcrException TimedOut(TimeSpan timeout) => ArmErrors.TimedOut(Attempt, timeout);

    /// <summary>Whether that refusal says that the resource itself is not there, while its registry is.</summary>
    public bool IsAbsence(RequestFailedException refusal)
    {
        ArgumentNullException.ThrowIfNull(refusal);
        return ArmErrors.IsMissing(refusal, Attempt);
    }
}
