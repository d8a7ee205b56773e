using System.Buffers;
using System.Text.Json;
using Azure.Core;

namespace AcrTokens.Execution;

/// <summary>
/// The policy token that goes with a change, for policies that ask another system whether it is allowed: the build's own, or one that is acquired for
/// that change.
/// The question is the Azure CLI's; no recording shows its answer [?].
/// </summary>
internal sealed class PolicyTokens(AcrClientOptions options)
{
    /// <summary>Where it goes.</summary>
    public const string Header = "x-ms-policy-external-evaluations";
    private const string ApiVersion = "2025-03-01";

    // An unset variable of a CI host is often an empty one.
    private readonly string? ownToken = Given(options.PolicyToken);
    private readonly string? changeReference = Given(options.ChangeReference);
    private readonly bool acquires = options.AcquirePolicyToken || Given(options.ChangeReference) is not null;

    /// <summary>The same request with what policies want to see; a question needs nothing.</summary>
    /// <param name="request">What is about to be sent.</param>
    /// <param name="url">To where.</param>
    /// <param name="ask">Sends another request.</param>
    public async Task<ArmRequest> AddToAsync(ArmRequest request, Uri url, Func<ArmRequest, Task<ArmAnswer>> ask)
    {
        if (request.Method == RequestMethod.Get)
            return request;

        var token = ownToken ?? (acquires ? await TryAcquireAsync(request, url, ask).ConfigureAwait(false) : null);
        return token is null ? request : request with { Headers = [(Header, token)] };
    }

    // What ends a token is sent all the same: the policy may let it pass.
    private async Task<string?> TryAcquireAsync(ArmRequest change, Uri url, Func<ArmRequest, Task<ArmAnswer>> ask)
    {
        try
        {
            return await AcquireAsync(change, url, ask).ConfigureAwait(false);
        }
        catch (AcrException) when (change.Method == RequestMethod.Delete || change.Method == RequestMethod.Patch)
        {
            return null;
        }
    }

    private async Task<string> AcquireAsync(ArmRequest change, Uri url, Func<ArmRequest, Task<ArmAnswer>> ask)
    {
        var path = $"/subscriptions/{change.Attempt.Resource.SubscriptionId}/providers/Microsoft.Authorization/acquirePolicyToken";
        var request = new ArmRequest(
            RequestMethod.Post,
            path,
            new Attempt($"acquire a policy token to {change.Attempt.Verb}", change.Attempt.Resource)
        )
        {
            ApiVersion = ApiVersion,
            Body = BodyOf(change, url),
            Headers = [("x-ms-force-sync", "true")],
        };
        var answer = await ask(request).ConfigureAwait(false);
        if (answer.Status != 200)
            throw ArmErrors.Refused(answer, request.Attempt);
        return answer.Read(json => json.TextAt("token") is { Length: > 0 } token ? token : null!, request);
    }

    private static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    private BinaryData BodyOf(ArmRequest change, Uri url)
    {
        var bytes = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(bytes))
        {
            json.WriteStartObject();
            json.WriteStartObject("operation");
            json.WriteString("uri", url.AbsoluteUri);
            json.WriteString("httpMethod", change.Method.Method);
            if (change.Body is not null)
            {
                json.WritePropertyName("content");
                json.WriteRawValue(change.Body.ToMemory().Span);
            }

            json.WriteEndObject();
            if (changeReference is not null)
                json.WriteString("changeReference", changeReference);
            json.WriteEndObject();
        }

        return BinaryData.FromBytes(bytes.WrittenMemory);
    }
}
