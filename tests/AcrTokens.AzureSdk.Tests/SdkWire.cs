using System.ClientModel.Primitives;
using System.Text;
using System.Text.Json.Nodes;
using Azure;
using Azure.Core;
using Azure.ResourceManager;

namespace AcrTokens.AzureSdk.Tests;

/// <summary>Sends what the SDK's calls send, and reads the responses like the genuine SDK, without its retries.</summary>
internal sealed class SdkWire(Emulation emulation)
{
    private static readonly ModelReaderWriterOptions Format = new("W");

    public static T Read<T>(Response answer, IPersistableModel<T> any) => any.Create(answer.Content, Format)!;

    public static JsonNode Json(Response answer) => JsonNode.Parse(answer.Content)!;

    public Task<Response> AskAsync(HttpMethod method, string path, CancellationToken cancellationToken, string? body = null) =>
        SendAsync(method, $"{path}?api-version=2025-11-01", body, s => s is 200 or 201 or 202 or 204, cancellationToken);

    /// <summary>Sends a GET. Here the SDK treats a 404 as an ordinary response.</summary>
    public Task<Response> AskIfExistsAsync(ResourceIdentifier id, CancellationToken cancellationToken) =>
        SendAsync(HttpMethod.Get, $"{id}?api-version=2025-11-01", null, s => s is 200 or 404, cancellationToken);

    /// <summary>Sends a PUT or a PATCH with the body that the SDK's own model writes.</summary>
    public async Task<ArmOperation<T>> ChangeAsync<T, TBody>(
        HttpMethod method,
        ResourceIdentifier id,
        IPersistableModel<TBody> body,
        Func<Response, T> read,
        CancellationToken cancellationToken
    )
        where T : notnull
    {
        var first = await AskAsync(method, id.ToString(), cancellationToken, body.Write(Format).ToString());
        return new SdkOperation<T>(first, PollChange(first, id), read);
    }

    public async Task<ArmOperation> DeleteAsync(ResourceIdentifier id, CancellationToken cancellationToken)
    {
        var first = await AskAsync(HttpMethod.Delete, id.ToString(), cancellationToken);
        return new SdkOperation(first, PollResult(first, isDelete: true));
    }

    /// <summary>Sends a POST. Its result is in the last response.</summary>
    public async Task<ArmOperation<T>> ActAsync<T>(string path, string body, Func<Response, T> read, CancellationToken cancellationToken)
        where T : notnull
    {
        var first = await AskAsync(HttpMethod.Post, path, cancellationToken, body);
        return new SdkOperation<T>(first, PollResult(first, isDelete: false), read);
    }

    // Polls until the operation has ended, then sends a final GET. Without a link, the resource's own state counts.
    private Poll PollChange(Response first, ResourceIdentifier id)
    {
        if (!first.Headers.TryGetValue("Azure-AsyncOperation", out var link))
            return _ =>
                Json(first)["properties"]?["provisioningState"]?.ToString() is null or "Succeeded"
                    ? Task.FromResult((first, (Response?)first))
                    : throw new NotSupportedException("the emulator links every change that is not done at once");

        return async cancellationToken =>
        {
            var poll = await SendAsync(HttpMethod.Get, link, null, s => s is >= 200 and <= 204, cancellationToken);
            link = poll.Headers.TryGetValue("Azure-AsyncOperation", out var newest) ? newest : link;
            return Json(poll)["status"]?.ToString() switch
            {
                null or "Failed" or "Canceled" => throw new RequestFailedException(poll),
                "Succeeded" => (poll, await AskAsync(HttpMethod.Get, id.ToString(), cancellationToken)),
                _ => (poll, null),
            };
        };
    }

    // A delete whose result has vanished is done. The SDK invents the response.
    private Poll PollResult(Response first, bool isDelete)
    {
        var answer = first;
        return async cancellationToken =>
        {
            if (answer.Status == 202 && answer.Headers.TryGetValue("Location", out var link))
                answer = await SendAsync(HttpMethod.Get, link, null, s => s is 200 or 202 or 204 || (s == 404 && isDelete), cancellationToken);
            if (answer.Status == 404)
                answer = new SdkResponse(204, [], new Dictionary<string, string>());
            return (answer, answer.Status == 202 ? null : answer);
        };
    }

    private async Task<Response> SendAsync(
        HttpMethod method,
        string url,
        string? body,
        Func<int, bool> isAccepted,
        CancellationToken cancellationToken
    )
    {
        using var request = new HttpRequestMessage(method, url)
        {
            Content = body is null ? null : new StringContent(body, Encoding.UTF8, "application/json"),
        };
        try
        {
            using var message = await emulation.Http.SendAsync(request, cancellationToken);
            var answer = await SdkResponse.ReadAsync(message, cancellationToken);
            return isAccepted(answer.Status) ? answer : throw new RequestFailedException(answer);
        }
        catch (HttpRequestException lost)
        {
            throw new RequestFailedException(lost.Message, lost);
        }
    }
}
