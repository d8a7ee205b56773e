using Azure;
using Azure.ResourceManager;

namespace AcrTokens.AzureSdk.Tests;

/// <summary>Polls the operation once. Returns the response, and the last response once the operation has ended.</summary>
internal delegate Task<(Response Answer, Response? Last)> Poll(CancellationToken cancellationToken);

/// <summary>A long-running operation of the SDK, one poll at a time.</summary>
internal sealed class SdkOperation<T>(Response first, Poll poll, Func<Response, T> read) : ArmOperation<T>
    where T : notnull
{
    private readonly SdkOperation operation = new(first, poll);

    public override string Id => operation.Id;

    public override bool HasCompleted => operation.HasCompleted;

    public override bool HasValue => HasCompleted;

    public override T Value => HasCompleted ? read(GetRawResponse()) : throw new InvalidOperationException("it has not completed");

    public override Response GetRawResponse() => operation.GetRawResponse();

    public override Response UpdateStatus(CancellationToken cancellationToken = default) => operation.UpdateStatus(cancellationToken);

    public override ValueTask<Response> UpdateStatusAsync(CancellationToken cancellationToken = default) =>
        operation.UpdateStatusAsync(cancellationToken);
}

/// <inheritdoc cref="SdkOperation{T}"/>
internal sealed class SdkOperation(Response first, Poll poll) : ArmOperation
{
    private Response answer = first;

    public override string Id => "an operation";

    public override bool HasCompleted => IsOver;

    private bool IsOver { get; set; }

    public override Response GetRawResponse() => answer;

    public override Response UpdateStatus(CancellationToken cancellationToken = default) =>
        throw new NotSupportedException("the executor does not block");

    // As in the SDK, a failed operation has ended too, and is never polled again.
    public override async ValueTask<Response> UpdateStatusAsync(CancellationToken cancellationToken = default)
    {
        if (IsOver)
            throw new InvalidOperationException("it is over");

        try
        {
            (answer, var last) = await poll(cancellationToken);
            IsOver = last is not null;
            return answer = last ?? answer;
        }
        catch (RequestFailedException)
        {
            IsOver = true;
            throw;
        }
    }
}
