using System.Globalization;
using System.Text.Json.Nodes;
using AcrTokens.Emulator.Hosting;
using AcrTokens.Emulator.State;
using Microsoft.AspNetCore.Http;

namespace AcrTokens.Emulator.ResourceManager;

/// <summary>
/// The errors of Resource Manager. Recorded errors say so. For all others the status is documented, and code and text are assumed.
/// </summary>
internal static class ArmRefusals
{
    public const string InvalidParameter = "InvalidParameter";

    /// <summary>Assumed.</summary>
    public static ArmException HttpsRequired() => Front(StatusCodes.Status403Forbidden, "HttpsRequired", "Resource Manager answers https only.");

    /// <summary>Status and code as documented for Resource Manager, text assumed.</summary>
    public static ArmException AuthenticationFailed(string challenge) =>
        Unauthorized(challenge, "AuthenticationFailed", "Authentication failed. The 'Authorization' header is missing.");

    /// <summary>Status and code as documented for Resource Manager, text assumed.</summary>
    public static ArmException InvalidToken(string challenge) =>
        Unauthorized(challenge, "InvalidAuthenticationToken", "The access token is invalid.");

    /// <summary>Status and code as documented for Resource Manager, text assumed.</summary>
    public static ArmException ExpiredToken(string challenge, DateTimeOffset expiresOn, DateTimeOffset now) =>
        Unauthorized(
            challenge,
            "ExpiredAuthenticationToken",
            string.Create(
                CultureInfo.InvariantCulture,
                $"The access token expiry UTC time '{expiresOn.UtcDateTime}' is earlier than current UTC time '{now.UtcDateTime}'."
            )
        );

    /// <summary>Status and code as documented for Resource Manager, text assumed.</summary>
    public static ArmException TokenForAnother(string challenge, string audience) =>
        Unauthorized(
            challenge,
            "InvalidAuthenticationTokenAudience",
            $"The access token has been obtained for wrong audience or resource '{audience}'."
        );

    /// <summary>Status, header and code as documented for Resource Manager, text assumed.</summary>
    public static ArmException Throttled(string kind) =>
        Front(
            StatusCodes.Status429TooManyRequests,
            "SubscriptionRequestsThrottled",
            $"Number of '{kind}' requests for the subscription exceeded the limit. Please try again after some time."
        );

    /// <summary>Status, code and text as Resource Manager's users report them, for any service.</summary>
    public static ArmException AuthorizationFailed(string client, string right, string scope) =>
        Front(
            StatusCodes.Status403Forbidden,
            "AuthorizationFailed",
            $"The client '{client}' with object id '{client}' does not have authorization to perform action '{right}' over scope '{scope}' "
                + "or the scope is invalid. If access was recently granted, please refresh your credentials."
        );

    /// <summary>Status, code and text as Resource Manager's users report them, for any service.</summary>
    public static ArmException ScopeLocked(string scope, string operation, string locked) =>
        Front(
            StatusCodes.Status409Conflict,
            "ScopeLocked",
            $"The scope '{scope}' cannot perform {operation} operation because following scope(s) are locked: '{locked}'. Please remove the "
                + "lock and try again."
        );

    /// <summary>Status, code and text as Resource Manager's users report them, for any service.</summary>
    public static ArmException SubscriptionDisabled(string subscription) =>
        Front(
            StatusCodes.Status409Conflict,
            "ReadOnlyDisabledSubscription",
            $"The subscription '{subscription}' is disabled and therefore marked as read only. You cannot perform any write actions on this "
                + "subscription until it is re-enabled."
        );

    /// <summary>Status, code, text and form as Resource Manager's users report them, for any service.</summary>
    public static ArmException DisallowedByPolicy(string resource, JsonArray identifiers, JsonObject violation) =>
        new(
            StatusCodes.Status403Forbidden,
            "RequestDisallowedByPolicy",
            $"Resource '{resource}' was disallowed by policy. Policy identifiers: '{WireJson.Write(identifiers)}'.",
            fromRegistry: false
        )
        {
            Target = resource,
            AdditionalInfo = ("PolicyViolation", violation),
        };

    /// <summary>Assumed.</summary>
    public static ArmException MissingApiVersion() =>
        Front(
            StatusCodes.Status400BadRequest,
            "MissingApiVersionParameter",
            "The api-version query parameter (?api-version=) is required for all requests."
        );

    /// <summary>Assumed.</summary>
    public static ArmException UnknownApiVersion(string version, IEnumerable<string> supported) =>
        Front(
            StatusCodes.Status400BadRequest,
            "InvalidApiVersionParameter",
            $"The api-version '{version}' is invalid. The supported versions are '{string.Join(',', supported)}'."
        );

    /// <summary>Assumed.</summary>
    public static ArmException SubscriptionNotFound(string subscription) =>
        Front(StatusCodes.Status404NotFound, "SubscriptionNotFound", $"The subscription '{subscription}' could not be found.");

    /// <summary>Assumed.</summary>
    public static ArmException ResourceGroupNotFound(string group) =>
        Front(StatusCodes.Status404NotFound, "ResourceGroupNotFound", $"Resource group '{group}' could not be found.");

    /// <summary>Assumed.</summary>
    public static ArmException RegistryNotFound(string registry, string group) =>
        Front(
            StatusCodes.Status404NotFound,
            "ResourceNotFound",
            $"The Resource 'Microsoft.ContainerRegistry/registries/{registry}' under resource group '{group}' was not found."
        );

    /// <summary>The emulator's own error: Azure may well know the operation.</summary>
    public static ArmException NotEmulated(string method, string path) =>
        Front(StatusCodes.Status501NotImplemented, "NotEmulated", $"The emulator does not know {method} {path}.");

    /// <summary>Recorded.</summary>
    public static ArmException NotFound(string name) =>
        Service(StatusCodes.Status404NotFound, "ResourceNotFound", $"The resource {name} could not be found.");

    /// <summary>Recorded.</summary>
    public static ArmException AdminUserDisabled(RegistryIdentity registry) =>
        Service(
            StatusCodes.Status400BadRequest,
            "UnAuthorizedForCredentialOperations",
            $"Cannot perform credential operations for {registry.Id} as admin user is disabled. Kindly enable admin user as per docs: "
                + "https://docs.microsoft.com/en-us/azure/container-registry/container-registry-authentication#admin-account"
        );

    /// <summary>Status and code as one project reports them, text assumed.</summary>
    public static ArmException TokenNotActive(string name) =>
        Service(StatusCodes.Status409Conflict, "TokenNotActive", $"The token {name} is not active yet.");

    /// <summary>Assumed, except for the status and "passwords can only be generated".</summary>
    public static ArmException PasswordsCanOnlyBeGenerated() =>
        Service(StatusCodes.Status400BadRequest, InvalidParameter, "Token passwords can only be generated. See https://aka.ms/acr/repo-permissions.");

    /// <summary>Assumed, except for the status.</summary>
    public static ArmException Invalid(string message) => Service(StatusCodes.Status400BadRequest, InvalidParameter, message);

    /// <summary>Assumed.</summary>
    public static ArmException SystemScopeMap(string name) =>
        Service(StatusCodes.Status400BadRequest, "ScopeMapNotEditable", $"The scope map {name} is defined by the system and cannot be changed.");

    /// <summary>Assumed.</summary>
    public static ArmException UnsignedPoll() =>
        Front(StatusCodes.Status403Forbidden, "InvalidPollAddress", "The poll address was not followed verbatim.");

    /// <summary>Assumed entirely: no source for status, code or text was found.</summary>
    public static ArmException QuotaExceeded(string what, int most, AcrEmulatorSku sku) =>
        Service(StatusCodes.Status403Forbidden, "QuotaExceeded", $"The registry has reached the quota of {most} {what} of the SKU {sku}.");

    /// <summary>Assumed.</summary>
    public static ArmException InvalidSkipToken() =>
        Front(StatusCodes.Status400BadRequest, "InvalidSkipToken", "The next link was not followed verbatim.");

    private static ArmException Unauthorized(string challenge, string code, string message) =>
        new(StatusCodes.Status401Unauthorized, code, message, fromRegistry: false) { Challenge = challenge };

    private static ArmException Front(int status, string code, string message) => new(status, code, message, fromRegistry: false);

    private static ArmException Service(int status, string code, string message) => new(status, code, message, fromRegistry: true);
}
