using AcrTokens.Emulator.State;
using Microsoft.AspNetCore.Http;

namespace AcrTokens.Emulator.ResourceManager;

/// <summary>Every error that Resource Manager answers here. Recorded ones say so; the others' status is documented and their code and text are assumed.</summary>
internal static class ArmErrors
{
    /// <summary>Assumed.</summary>
    public static ArmException HttpsRequired() => Front(StatusCodes.Status403Forbidden, "HttpsRequired", "Resource Manager answers https only.");

    /// <summary>Status and code as documented for Resource Manager, text assumed.</summary>
    public static ArmException NotAuthenticated(bool hasToken) =>
        new(
            StatusCodes.Status401Unauthorized,
            hasToken ? "InvalidAuthenticationToken" : "AuthenticationFailed",
            hasToken ? "The access token is invalid." : "Authentication failed. The 'Authorization' header is missing.",
            fromRegistry: false)
        {
            Challenge = "Bearer authorization_uri=\"https://login.microsoftonline.com/\", error=\"invalid_token\", error_description=\"The access token is missing or invalid.\"",
        };

    /// <summary>Assumed.</summary>
    public static ArmException MissingApiVersion() =>
        Front(StatusCodes.Status400BadRequest, "MissingApiVersionParameter", "The api-version query parameter (?api-version=) is required for all requests.");

    /// <summary>Assumed.</summary>
    public static ArmException UnknownApiVersion(string version, IEnumerable<string> supported) =>
        Front(StatusCodes.Status400BadRequest, "InvalidApiVersionParameter", $"The api-version '{version}' is invalid. The supported versions are '{string.Join(',', supported)}'.");

    /// <summary>Assumed.</summary>
    public static ArmException SubscriptionNotFound(string subscription) =>
        Front(StatusCodes.Status404NotFound, "SubscriptionNotFound", $"The subscription '{subscription}' could not be found.");

    /// <summary>Assumed.</summary>
    public static ArmException ResourceGroupNotFound(string group) =>
        Front(StatusCodes.Status404NotFound, "ResourceGroupNotFound", $"Resource group '{group}' could not be found.");

    /// <summary>Assumed.</summary>
    public static ArmException RegistryNotFound(string registry, string group) =>
        Front(StatusCodes.Status404NotFound, "ResourceNotFound", $"The Resource 'Microsoft.ContainerRegistry/registries/{registry}' under resource group '{group}' was not found.");

    /// <summary>The emulator's own: Azure may well know the operation.</summary>
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
            $"Cannot perform credential operations for {registry.Id} as admin user is disabled. Kindly enable admin user as per docs: https://docs.microsoft.com/en-us/azure/container-registry/container-registry-authentication#admin-account");

    /// <summary>Status and code as one project reports them, text assumed.</summary>
    public static ArmException TokenNotActive(string name) =>
        Service(StatusCodes.Status409Conflict, "TokenNotActive", $"The token {name} is not active yet.");

    /// <summary>Assumed, but for the status and "passwords can only be generated".</summary>
    public static ArmException PasswordsCanOnlyBeGenerated() =>
        Service(StatusCodes.Status400BadRequest, "InvalidParameter", "Token passwords can only be generated. See https://aka.ms/acr/repo-permissions.");

    /// <summary>Assumed, but for the status.</summary>
    public static ArmException Invalid(string message) => Service(StatusCodes.Status400BadRequest, "InvalidParameter", message);

    /// <summary>Assumed.</summary>
    public static ArmException SystemScopeMap(string name) =>
        Service(StatusCodes.Status400BadRequest, "ScopeMapNotEditable", $"The scope map {name} is defined by the system and cannot be changed.");

    /// <summary>Assumed.</summary>
    public static ArmException UnsignedPoll() => Front(StatusCodes.Status403Forbidden, "InvalidPollAddress", "The poll address was not followed as it was given.");

    private static ArmException Front(int status, string code, string message) => new(status, code, message, fromRegistry: false);

    private static ArmException Service(int status, string code, string message) => new(status, code, message, fromRegistry: true);
}
