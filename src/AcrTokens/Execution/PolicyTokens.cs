using System.Buffers;
using System.Text.Json;
using Azure.Core;

namespace AcrTokens.Execution;

/// <summary>
/// Adds a policy token to a change, for policies that ask an external system whether it is allowed: the build's own, or one acquired for the change.
/// The request is the Azure CLI's; no recording shows its response [?].
/// </summary>
internal sealed class PolicyTokens(AcrClientOptions options)
{
    /// <summary>The header of the policy token.</summary>
    public const string Header = "x-ms-policy-external-evaluations";
    private const string ApiVersion = "2025-03-01";

    // A request that ends a token is worth more than its policy token: a revocation has 30 seconds, and a signal leaves 6.5.
    private static readonly TimeSpan PatienceAtTheEnd = TimeSpan.FromSeconds(1.5);

    // CI hosts often pass an unset variable as an empty one.
    private readonly string? ownToken = Given(options.PolicyToken);
    private readonly string? changeReference = Given(options.ChangeReference);
    private readonly bool acquires = options.AcquirePolicyToken || Given(options.ChangeReference) is not null;

    /// <summary>The request with a policy token; unchanged if it only reads.</summary>
    /// <param name="request">The request to send.</param>
    /// <param name="url">Its URL.</param>
    /// <param name="ask">Sends the request for the policy token.</param>
    /// <param name="cancellationToken">Cancels it.</param>
    public async Task<ArmRequest> AddToAsync(
        ArmRequest request,
        Uri url,
        Func<ArmRequest, CancellationToken, Task<ArmAnswer>> ask,
        CancellationToken cancellationToken
    )
    {
        if (request.Method == RequestMethod.Get)
            return request;

        var token = ownToken ?? (acquires ? await TryAcquireAsync(request, url, ask, cancellationToken).ConfigureAwait(false) : null);
        return token is null ? request : request with { Headers = [(Header, token)] };
    }

    // A request that ends a token is sent anyway: the policy may allow it.
    private async Task<string?> TryAcquireAsync(
        ArmRequest change,
        Uri url,
        Func<ArmRequest, CancellationToken, Task<ArmAnswer>> ask,
        CancellationToken cancellationToken
    )
    {
        if (change.Method != RequestMethod.Delete && change.Method != RequestMethod.Patch)
            return await AcquireAsync(change, url, question => ask(question, cancellationToken)).ConfigureAwait(false);

        using var end = new CancellationTokenSource(PatienceAtTheEnd, options.TimeProvider);
        using var time = CancellationTokenSource.CreateLinkedTokenSource(end.Token, cancellationToken);
        try
        {
            return await AcquireAsync(change, url, question => ask(question, time.Token)).ConfigureAwait(false);
        }
        catch (Exception failure)
            when (failure is AcrException || (failure is OperationCanceledException && !cancellationToken.IsCancellationRequested))
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
