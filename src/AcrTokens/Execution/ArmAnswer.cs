using System.Globalization;
using System.Text.Json;
using Azure;

namespace AcrTokens.Execution;

/// <summary>Resource Manager's response: the parts that the tasks use, detached from the connection.</summary>
internal sealed class ArmAnswer
{
    private readonly BinaryData content;
    private readonly string? host;
    private readonly string? contentType;

    /// <summary>A response of which only the status is known.</summary>
    public ArmAnswer(int status)
    {
        Status = status;
        content = BinaryData.Empty;
    }

    /// <param name="response">The response.</param>
    /// <param name="url">The request's URL, which relative links are resolved against.</param>
    public ArmAnswer(Response response, Uri? url = null)
    {
        Status = response.Status;
        content = response.Content;
        AsyncOperation = Link(response, "Azure-AsyncOperation", url);
        Location = Link(response, "Location", url);
        host = url is null ? null : $"{url.Host}{(url.IsDefaultPort ? "" : $":{url.Port}")}";
        contentType = Header(response, "Content-Type")?.Split(';')[0].Trim();
        RequestId = Header(response, "x-ms-request-id");
        Date = DateTimeOffset.TryParse(Header(response, "Date"), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date)
            ? date
            : null;
        IsWaitedOut = RetryAfterHeader.Decides(response);
        RetryAfter = RetryAfterHeader.Read(response, Date);
        ReadsLeft = Number(response, "x-ms-ratelimit-remaining-subscription-reads");
    }

    public int Status { get; }

    public string? AsyncOperation { get; }

    public string? Location { get; }

    public string? RequestId { get; }

    /// <summary>The time on the service's own clock, to the second.</summary>
    public DateTimeOffset? Date { get; }

    public TimeSpan? RetryAfter { get; }

    /// <summary>Whether AcrThrottling retries the request, rather than Azure.Core.</summary>
    public bool IsWaitedOut { get; }

    /// <summary>The reads left in the caller's budget in the subscription; null if the response does not say, as after a write.</summary>
    public int? ReadsLeft { get; }

    /// <summary>Whether there is no body.</summary>
    public bool IsEmpty => content.ToMemory().IsEmpty;

    /// <summary>Whether the body is of another type than JSON. Whatever its status, such a response is no success of Resource Manager.</summary>
    public bool IsForeign => !IsEmpty && contentType?.Contains("json", StringComparison.OrdinalIgnoreCase) == false;

    /// <summary>
    /// The message for a response that cannot be from Resource Manager: its type is not JSON, or a required body is empty. Null if it may be.
    /// </summary>
    public string? Oddity =>
        (IsEmpty ? host is null || Status is not (200 or 201 or (>= 300 and < 400)) : !IsForeign)
            ? null
            : $"{host ?? "Something"} answered {Status} {(IsEmpty ? "with nothing" : $"with {contentType}")}, which is not Resource "
                + "Manager's: a proxy, a firewall or a sign-in page may be in between. Check the network and the cloud's endpoint.";

    /// <summary>The error in the body; null if there is none.</summary>
    public ArmError? Error => TryRead(ArmError.In);

    public T Read<T>(Func<JsonElement, T> read, ArmRequest request)
        where T : class =>
        TryRead(read)
        ?? throw new AcrException(
            $"Could not {request.Attempt.Description}: "
                + $"{Oddity ?? $"Resource Manager's answer ({Status}) cannot be read."}{(RequestId is null ? "" : $" Request id {RequestId}.")}"
        )
        {
            Operation = request.Attempt.Description,
            Resource = request.Attempt.Resource.ToString(),
            Status = Status,
            RequestId = RequestId,
        };

    /// <summary>Null if the body is no JSON object, or not of the expected form.</summary>
    public T? TryRead<T>(Func<JsonElement, T?> read)
        where T : class
    {
        try
        {
            using var json = JsonDocument.Parse(content.ToMemory());
            return json.RootElement.ValueKind == JsonValueKind.Object ? read(json.RootElement) : null;
        }
        catch (Exception unreadable) when (ArmJson.IsUnreadable(unreadable))
        {
            return null;
        }
    }

    private static string? Link(Response response, string name, Uri? url) =>
        Header(response, name) is { Length: > 0 } link
            ? Uri.TryCreate(url, link, out var absolute)
                ? absolute.AbsoluteUri
                : link
            : null;

    private static int? Number(Response response, string name) => int.TryParse(Header(response, name), out var number) && number >= 0 ? number : null;

    private static string? Header(Response response, string name) => response.Headers.TryGetValue(name, out var value) ? value : null;
}
