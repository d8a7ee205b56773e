using System.Runtime.CompilerServices;
using System.Text.Json;
using Azure;
using Azure.Core;

namespace AcrTokens.Execution;

/// <summary>Resource Manager's kinds of calls, the same for each type of resource.</summary>
internal sealed class ArmCalls(ArmPipeline pipeline, ArmPolling polling, TimeProvider clock)
{
    /// <summary>Returns the resource, and the time of the response on the service's clock.</summary>
    public async Task<(T Resource, DateTimeOffset? ReadOn)> GetAsync<T>(
        ResourceIdentifier id,
        Func<JsonElement, T> read,
        CancellationToken cancellationToken
    )
        where T : class
    {
        var request = Get(id);
        var answer = Accepted(await pipeline.SendAsync(request, cancellationToken).ConfigureAwait(false), request);
        return (answer.Read(read, request), answer.Date);
    }

    /// <inheritdoc cref="GetAsync{T}(ResourceIdentifier, Func{JsonElement, T}, CancellationToken)"/>
    public async Task<(T? Resource, DateTimeOffset? ReadOn)> GetIfExistsAsync<T>(
        ResourceIdentifier id,
        Func<JsonElement, T> read,
        CancellationToken cancellationToken
    )
        where T : class
    {
        var request = Get(id);
        var answer = await pipeline.SendAsync(request, cancellationToken).ConfigureAwait(false);
        return (ArmErrors.IsMissing(answer, request.Attempt) ? null : Accepted(answer, request).Read(read, request), answer.Date);
    }

    /// <summary>Lists a resource's children. Items that cannot be read are skipped and reported.</summary>
    public IAsyncEnumerable<T> ListAsync<T>(
        ResourceIdentifier parent,
        string collection,
        Func<JsonElement, T> read,
        Action<AcrException> passedOver,
        CancellationToken cancellationToken
    )
        where T : class =>
        ListAsync(
            new ArmRequest(RequestMethod.Get, $"{parent}/{collection}", new Attempt($"list {collection.Split('/')[^1]} of", parent)),
            read,
            passedOver,
            cancellationToken
        );

    public async IAsyncEnumerable<T> ListAsync<T>(
        ArmRequest request,
        Func<JsonElement, T> read,
        Action<AcrException> passedOver,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
        where T : class
    {
        var answer = Accepted(await pipeline.SendAsync(request, cancellationToken).ConfigureAwait(false), request);
        var followed = new HashSet<string>(StringComparer.Ordinal);
        while (true)
        {
            var page = answer.Read(json => new Page<T>(json.ListAt("value", item => TryRead(item, read, request)), json.TextAt("nextLink")), request);
            foreach (var (item, odd) in page.Items)
            {
                if (odd is null)
                    yield return item!;
                else
                    passedOver(odd);
            }

            if (string.IsNullOrEmpty(page.Next))
                yield break;
            if (!followed.Add(page.Next))
                throw ArmErrors.EndlessList(request.Attempt);
            answer = Accepted(await pipeline.FollowAsync(page.Next, request, cancellationToken).ConfigureAwait(false), request);
        }
    }

    /// <summary>Sends a PUT or PATCH.</summary>
    /// <param name="change">The change to make.</param>
    /// <param name="waitUntil">Whether to wait for the service to finish it.</param>
    /// <param name="cancellationToken">Cancels the wait.</param>
    /// <returns>The resource, and the time on the service's clock.</returns>
    public async Task<(T Resource, DateTimeOffset? ReadOn)> ChangeAsync<T>(
        ArmChange<T> change,
        WaitUntil waitUntil,
        CancellationToken cancellationToken
    )
        where T : class
    {
        var request = change.ToRequest();
        var answer = Accepted(await pipeline.SendAsync(request, cancellationToken).ConfigureAwait(false), request);
        if (waitUntil == WaitUntil.Started)
            return (answer.IsEmpty ? change.Read(default) : answer.Read(change.Read, request), answer.Date);

        var answeredOn = clock.GetTimestamp();
        (answer, var isFinal) = await polling.FinishChangeAsync(answer, request, cancellationToken).ConfigureAwait(false);
        var resource = answer.Read(change.Read, request);
        return isFinal ? (resource, answer.Date) : (change.Finished(resource), answer.Date + clock.GetElapsedTime(answeredOn));
    }

    public async Task DeleteAsync(ResourceIdentifier id, WaitUntil waitUntil, CancellationToken cancellationToken)
    {
        var request = new ArmRequest(RequestMethod.Delete, id.ToString(), new Attempt("delete", id));
        var answer = await pipeline.SendAsync(request, cancellationToken).ConfigureAwait(false);
        if (ArmErrors.IsMissing(answer, request.Attempt))
            return;

        Accepted(answer, request);
        if (waitUntil == WaitUntil.Completed)
            await polling.FinishDeleteAsync(answer, request, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Sends a POST that must not act twice.</summary>
    public async Task<T> ActAsync<T>(ArmRequest request, Func<JsonElement, T> read, CancellationToken cancellationToken)
        where T : class
    {
        var answer = await SendWhenActiveAsync(request with { Once = true }, cancellationToken).ConfigureAwait(false);
        answer = await polling.FinishActionAsync(answer, request, cancellationToken).ConfigureAwait(false);
        return answer.Read(read, request);
    }

    private async Task<ArmAnswer> SendWhenActiveAsync(ArmRequest request, CancellationToken cancellationToken)
    {
        for (var waits = 0; ; waits++)
        {
            var answer = await pipeline.SendAsync(request, cancellationToken).ConfigureAwait(false);
            if (AcrPolling.ActivationDelay(waits, answer.Status, answer.Error?.Code, answer.RetryAfter) is not { } delay)
                return Accepted(answer, request);

            await Task.Delay(delay, clock, cancellationToken).ConfigureAwait(false);
        }
    }

    private static ArmAnswer Accepted(ArmAnswer answer, ArmRequest request) =>
        answer.Status is 200 or 201 or 202 or 204 && !answer.IsForeign ? answer : throw ArmErrors.Refused(answer, request.Attempt);

    private static (T? Item, AcrException? Odd) TryRead<T>(JsonElement item, Func<JsonElement, T> read, ArmRequest request)
        where T : class
    {
        try
        {
            return (read(item), null);
        }
        catch (Exception odd) when (ArmJson.IsUnreadable(odd))
        {
            return (null, ArmErrors.UnreadableItem(request.Attempt, item));
        }
    }

    private static ArmRequest Get(ResourceIdentifier id) => new(RequestMethod.Get, id.ToString(), new Attempt("read", id));

    private sealed record Page<T>(IReadOnlyList<(T? Item, AcrException? Odd)> Items, string? Next)
        where T : class;
}
