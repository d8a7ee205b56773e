using System.Text.Json;
using System.Text.RegularExpressions;
using Azure;
using Azure.Core;
using Azure.Identity;

namespace AcrTokens;

/// <summary>What went wrong with Resource Manager, in one line that says what to do.</summary>
internal static partial class ArmErrors
{
    // Shorter ones were waited for.
    private static readonly TimeSpan WorthTelling = TimeSpan.FromMinutes(1);

    private const string ResourceNotFound = "ResourceNotFound";

    /// <summary>The service answered and refused.</summary>
    public static AcrException Refused(ArmAnswer answer, ArmRequest request)
    {
        var error = answer.Error;
        return Failed(answer, request, error, Advice(answer.Status, error, request));
    }

    /// <summary>The service took the request and could not carry it out.</summary>
    public static AcrException Failed(ArmAnswer answer, ArmRequest request, string state, ArmError? error) =>
        Failed(answer, request, error ?? new ArmError(state, null), $"The service began and ended with {state}.");

    /// <summary>One of Azure's own clients says that the service refused, or could not carry it out: then with a status of success.</summary>
    public static AcrException Failed(RequestFailedException failure, ArmRequest request)
    {
        var (answer, error) = Read(failure);
        return answer.Status is >= 200 and < 300
            ? Failed(answer, request, StateOf(answer), error)
            : Failed(answer, request, error, Advice(answer.Status, error, request));
    }

    /// <summary>
    /// The resource itself is not there, while its registry is. Only the registry can say so, by its code: a proxy's 404 does not, nor does
    /// Resource Manager's of a type, a namespace or an address that it does not know.
    /// </summary>
    public static bool IsMissing(ArmAnswer answer, ArmRequest request) =>
        IsMissing(answer.Status, answer.Error, request);

    public static bool IsMissing(RequestFailedException refusal, ArmRequest request) => IsMissing(refusal.Status, Read(refusal).Error, request);

    public static AcrException TimedOut(ArmRequest request, TimeSpan timeout) =>
        Unsent(request, $"the service has not finished after {timeout}. It may still do so");

    public static AcrException Unreadable(ArmRequest request, Exception cause) => Unsent(request, "Resource Manager's answer cannot be read", cause);

    /// <summary>One item of a list.</summary>
    public static AcrException UnreadableItem(ArmRequest request, JsonElement item) =>
        Unsent(request, $"{(ArmModels.Name(item) is { } name ? $"the item '{Words.Line(name)}'" : "an item without a name")} cannot be read");

    public static AcrException NoLink(ArmRequest request) => Unsent(request, "the service took it, and gave no link to the result");

    public static AcrException ForeignLink(ArmRequest request, Uri endpoint) =>
        Unsent(request, $"the service's link to the result leaves {endpoint.Host}, so it was not followed");

    public static AcrException NoAddress(ArmRequest request) => Unsent(request, $"'{request.Path}' is no resource's address");

    /// <summary>It would go on for ever.</summary>
    public static AcrException EndlessList(ArmRequest request) => Unsent(request, "the list's next page is one that it has had already");

    /// <summary>No answer: no credential, no connection, or none in time. Null for what is not ours to tell.</summary>
    public static AcrException? TryTranslate(Exception exception, ArmRequest request, Uri? endpoint, CancellationToken cancellationToken) => exception switch
    {
        _ when Last(exception) is AuthenticationFailedException failure => NotSignedIn(request, failure, exception),
        OperationCanceledException when cancellationToken.IsCancellationRequested => null,
        InvalidDataException tooLarge => Unsent(request, $"Resource Manager's answer was refused: {tooLarge.Message}", exception),
        RequestFailedException or AggregateException or OperationCanceledException or IOException or HttpRequestException => Unanswered(request, endpoint, exception),
        _ => null,
    };

    private static AcrException NotSignedIn(ArmRequest request, AuthenticationFailedException failure, Exception cause)
    {
        var (reason, mayPass) = SignInErrors.Explain(failure);
        return Unsent(request, reason, cause, isLasting: !mayPass);
    }

    private static AcrException Unanswered(ArmRequest request, Uri? endpoint, Exception exception)
    {
        const string address = "the cloud's endpoint";
        var who = $"Resource Manager{(endpoint is null ? "" : $" at {endpoint.Host}:{endpoint.Port}")}";
        var last = Last(exception);
        var reason = NetworkErrors.Explain(last, who, address) ?? $"{who} did not answer ({Words.Phrase(last.GetBaseException().Message)}). {NetworkErrors.Check(address)}";
        return Unsent(request, reason, exception, isLasting: NetworkErrors.IsUntrusted(last));
    }

    private static bool IsMissing(int status, ArmError? error, ArmRequest request) =>
        status == 404 && error?.Code == ResourceNotFound && !IsRegistryMissing(error, request);

    // An exception that was made without an answer, as in a test, has the code and the message alone.
    private static (ArmAnswer Answer, ArmError? Error) Read(RequestFailedException failure)
    {
        if (failure.GetRawResponse() is not { } response)
            return (new ArmAnswer(failure.Status), new ArmError(failure.ErrorCode, failure.Message));

        var answer = new ArmAnswer(response);
        return (answer, answer.Error);
    }

    private static string StateOf(ArmAnswer answer) => answer.TryRead(json => json.TextAt("status") ?? ArmModels.State(json)?.Value) ?? "no result";

    private static AcrException Failed(ArmAnswer answer, ArmRequest request, ArmError? error, string? advice)
    {
        if (error?.Code is null && answer.Oddity is { } oddity)
            advice = oddity;
        var code = error?.Code is { Length: > 0 } known ? $"{answer.Status} {known}" : $"{answer.Status}";
        var said = error?.Message is { Length: > 0 } message ? $" The service says: {Words.Sentence(message)}" : "";
        var later = answer.RetryAfter > WorthTelling ? $" It asks to come back in {answer.RetryAfter}." : "";
        var id = answer.RequestId is null ? "" : $" Request id {answer.RequestId}.";
        return new AcrException($"Could not {request.Description} ({code}).{(advice is null ? "" : $" {advice}")}{said}{later}{id}")
        {
            Operation = request.Description,
            Resource = request.Resource.ToString(),
            Status = answer.Status,
            ServiceCode = error?.Code,
            RequestId = answer.RequestId,
            RetryAfter = answer.RetryAfter,
            NothingDone = !request.HasActed && answer.Status is >= 300 and < 500 and not 408,
        };
    }

    private static AcrException Unsent(ArmRequest request, string reason, Exception? cause = null, bool isLasting = false) =>
        new(Words.Sentence($"Could not {request.Description}: {reason}", int.MaxValue), cause)
        {
            Operation = request.Description,
            Resource = request.Resource.ToString(),
            NothingDone = !request.HasActed && cause is not null && Tries(cause).All(HasNotConnected),
            IsLasting = isLasting,
        };

    private static Exception[] Tries(Exception exception) => exception is AggregateException tries ? [.. tries.InnerExceptions] : [exception];

    private static Exception Last(Exception exception) => Tries(exception)[^1];

    private static bool HasNotConnected(Exception exception) => exception is AuthenticationFailedException || (exception as HttpRequestException ?? exception.InnerException) is HttpRequestException
    {
        HttpRequestError: HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError or HttpRequestError.SecureConnectionError,
    };

    private static string? Advice(int status, ArmError? error, ArmRequest request) => (status, error?.Code) switch
    {
        (_, "UnAuthorizedForCredentialOperations") =>
            $"The registry's admin user is disabled. Enable it (az acr update -n {Registry(request.Resource).Name} --admin-enabled true) where a policy does not forbid that, or use a token instead.",
        (403, "RequestDisallowedByPolicy") => $"{Policies(error!)}, so no role helps: ask for an exemption of the registry, or of what this build does.",
        (403, "PublicNetworkAccessDisabled" or "RegistryPublicNetworkAccessDisabled" or "ClientIpNotAllowed") =>
            "The network forbids that, so no role helps: public access is off, or this machine's address is not among those that are allowed. Run the build in that network.",
        (409, "MissingSubscriptionRegistration") =>
            $"The subscription is not registered for container registries: az provider register --namespace {AcrResourceIds.RegistryType.Namespace}, once, by somebody who may.",
        (409, AcrException.ScopeLocked) => "A lock on the registry, its resource group or its subscription forbids that: it has to be removed first (az lock list).",
        (409, "ReadOnlyDisabledSubscription") => "The subscription is disabled: nothing in it can be changed.",
        // No recording shows a full registry's refusal [?]: whatever its status, it is taken for one that speaks of a quota.
        (not 429, _) when IsQuota(error) => "The registry holds no more of them: sweep what is over (AcrTokenSweep), revoke sooner, or take a larger SKU.",
        (401, _) => "Azure did not accept the credential's access token: check its tenant and the cloud.",
        (403, _) => MissingRight(error),
        (404, "SubscriptionNotFound") => $"There is no subscription '{request.Resource.SubscriptionId}' for this credential.",
        (404, "ResourceGroupNotFound") => $"There is no resource group '{request.Resource.ResourceGroupName}' in the subscription.",
        (404, _) when IsRegistryMissing(error, request) => $"There is no registry '{Registry(request.Resource).Name}' in resource group '{request.Resource.ResourceGroupName}'.",
        (404, ResourceNotFound) => "It does not exist.",
        (404, _) => "The answer does not say that it is missing: it may come from a proxy, or from another service than Resource Manager. Check the network and the cloud's endpoint.",
        (409, _) => "Something else is changing it, or it is in use: try again later.",
        (429, _) => "Azure throttles what this principal asks of the subscription: try again later, with fewer builds at once, or with several principals.",
        _ => null,
    };

    private static string Policies(ArmError error) => error.Policies.Count switch
    {
        0 => "A policy of the company's forbids that",
        1 => $"The policy '{error.Policies[0]}' forbids that",
        _ => $"The policies {string.Join(" and ", error.Policies.Select(policy => $"'{policy}'"))} forbid that",
    };

    private static bool IsQuota(ArmError? error) => $"{error?.Code} {error?.Message}".Contains("quota", StringComparison.OrdinalIgnoreCase);

    // A missing token is told by the registry itself, by its bare name; a missing registry by Resource Manager,
    // by type and name. The latter body is Resource Manager's usual one; no recording shows it for a registry.
    private static bool IsRegistryMissing(ArmError? error, ArmRequest request) =>
        (request.Resource.ResourceType == AcrResourceIds.RegistryType && error?.Code == ResourceNotFound)
        || error?.Code == "ParentResourceNotFound"
        || error?.Message?.Contains($"{AcrResourceIds.RegistryType}/{Registry(request.Resource).Name}'", StringComparison.OrdinalIgnoreCase) == true;

    private static ResourceIdentifier Registry(ResourceIdentifier id) => id.ResourceType == AcrResourceIds.RegistryType ? id : id.Parent!;

    private static string MissingRight(ArmError? error)
    {
        if (error?.Message is not { } message || Action().Match(message) is not { Success: true } match)
            return "The credential may not do that: grant it a role that has the right.";

        var action = match.Groups[1].Value;
        return $"The credential lacks the right '{action}'. {Role(action)}";
    }

    // The smallest built-in roles that may read tokens and scope maps, and that may also manage them. Of the admin user's
    // credentials only the general role is known.
    private static string Role(string action) => action.Split('/')[^1].Equals("read", StringComparison.OrdinalIgnoreCase)
        ? "The smallest built-in role that has it is 'Container Registry Configuration Reader and Data Access Configuration Reader'."
        : action.Contains("listCredentials", StringComparison.OrdinalIgnoreCase) || action.Contains("regenerateCredential", StringComparison.OrdinalIgnoreCase)
            ? "Contributor on the registry has it."
            : "The smallest built-in role that has it is 'Container Registry Contributor and Data Access Configuration Administrator'.";

    [GeneratedRegex("perform action '([^']+)'")]
    private static partial Regex Action();
}
