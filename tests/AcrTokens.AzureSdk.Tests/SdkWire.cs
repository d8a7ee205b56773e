using System.ClientModel.Primitives;
using System.Text;
using System.Text.Json.Nodes;
using Azure;
using Azure.Core;
using Azure.ResourceManager;
using NSubstitute;

namespace AcrTokens.AzureSdk.Tests;

/// <summary>What the SDK's calls send, and how it waits: after its documented and recorded behaviour, without its retries.</summary>
internal sealed class SdkWire(Emulation emulation)
{
    private static readonly ModelReaderWriterOptions Format = new("W");

    public static T Read<T>(Response answer, IPersistableModel<T> any) => any.Create(answer.Content, Format)!;

    public static JsonNode Json(Response answer) => JsonNode.Parse(answer.Content)!;

    public Task<Response> AskAsync(HttpMethod method, string path, CancellationToken cancellationToken, string? body = null) =>
        SendAsync(method, $"{path}?api-version=2025-11-01", body, s => s is 200 or 201 or 202 or 204, cancellationToken);

    /// <summary>The SDK takes a 404 for an answer here.</summary>
    public Task<Response> AskIfExistsAsync(ResourceIdentifier id, CancellationToken cancellationToken) =>
        SendAsync(HttpMethod.Get, $"{id}?api-version=2025-11-01", null, s => s is 200 or 404, cancellationToken);

    /// <summary>A PUT or a PATCH with what the SDK's own model writes.</summary>
    public async Task<ArmOperation<T>> ChangeAsync<T, TBody>(
        HttpMethod method, ResourceIdentifier id, IPersistableModel<TBody> body, Func<Response, T> read, CancellationToken cancellationToken)
        where T : notnull
    {
        var first = await AskAsync(method, id.ToString(), cancellationToken, body.Write(Format).ToString());
        var operation = Substitute.For<ArmOperation<T>>();
        operation.GetRawResponse().Returns(first);
        operation.WaitForCompletionAsync(Arg.Any<CancellationToken>()).Returns(call => ReadAsync(FinishChangeAsync(first, id, call.Arg<CancellationToken>()), read));
        return operation;
    }

    public async Task<ArmOperation> DeleteAsync(ResourceIdentifier id, CancellationToken cancellationToken)
    {
        var first = await AskAsync(HttpMethod.Delete, id.ToString(), cancellationToken);
        var operation = Substitute.For<ArmOperation>();
        operation.GetRawResponse().Returns(first);
        operation.WaitForCompletionResponseAsync(Arg.Any<CancellationToken>()).Returns(call => new ValueTask<Response>(FollowAsync(first, call.Arg<CancellationToken>())));
        return operation;
    }

    /// <summary>A POST whose result its last answer holds.</summary>
    public async Task<ArmOperation<T>> ActAsync<T>(string path, string body, Func<Response, T> read, CancellationToken cancellationToken)
        where T : notnull
    {
        var first = await AskAsync(HttpMethod.Post, path, cancellationToken, body);
        var operation = Substitute.For<ArmOperation<T>>();
        operation.GetRawResponse().Returns(first);
        operation.WaitForCompletionAsync(Arg.Any<CancellationToken>()).Returns(call => ReadAsync(FollowAsync(first, call.Arg<CancellationToken>()), read));
        return operation;
    }

    private static async ValueTask<Response<T>> ReadAsync<T>(Task<Response> answer, Func<Response, T> read)
    {
        var last = await answer;
        return Response.FromValue(read(last), last);
    }

    // One poll at least, then a final GET; without a link, the resource's own state counts.
    private async Task<Response> FinishChangeAsync(Response first, ResourceIdentifier id, CancellationToken cancellationToken)
    {
        if (!first.Headers.TryGetValue("Azure-AsyncOperation", out var link))
            return Json(first)["properties"]?["provisioningState"]?.ToString() is null or "Succeeded" ? first : throw new NotSupportedException("the emulator links every change that is not done at once");

        while (true)
        {
            var poll = await SendAsync(HttpMethod.Get, link, null, s => s is >= 200 and <= 204, cancellationToken);
            var status = Json(poll)["status"]?.ToString();
            if (status is null or "Failed" or "Canceled")
                throw new RequestFailedException(poll);
            if (status == "Succeeded")
                return await AskAsync(HttpMethod.Get, id.ToString(), cancellationToken);

            link = poll.Headers.TryGetValue("Azure-AsyncOperation", out var newest) ? newest : link;
            await WaitAsync(poll, cancellationToken);
        }
    }

    private async Task<Response> FollowAsync(Response answer, CancellationToken cancellationToken)
    {
        while (answer.Status == 202 && answer.Headers.TryGetValue("Location", out var link))
        {
            answer = await SendAsync(HttpMethod.Get, link, null, s => s is 200 or 202 or 204, cancellationToken);
            if (answer.Status == 202)
                await WaitAsync(answer, cancellationToken);
        }

        return answer;
    }

    private Task WaitAsync(Response poll, CancellationToken cancellationToken) =>
        Task.Delay(TimeSpan.FromSeconds(poll.Headers.TryGetValue("Retry-After", out var seconds) ? int.Parse(seconds) : 1), emulation.Clock, cancellationToken);

    private async Task<Response> SendAsync(HttpMethod method, string url, string? body, Func<int, bool> isAccepted, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(method, url) { Content = body is null ? null : new StringContent(body, Encoding.UTF8, "application/json") };
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
