using System.Net;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace AcrTokens.Emulator.Registry;

/// <summary>
/// The errors of the registry and its token server, with the codes of the OCI distribution specification. Texts are assumed unless a comment
/// says otherwise.
/// </summary>
internal static class RegistryErrors
{
    public const string Unsupported = "UNSUPPORTED";

    private const string Authenticate = "authentication required, visit https://aka.ms/acr/authorization for more information.";

    /// <summary>Text and form as in clients' logs.</summary>
    public static RegistryException AuthenticationRequired(string challenge, JsonArray? detail) =>
        new(StatusCodes.Status401Unauthorized, "UNAUTHORIZED", Authenticate, detail) { Challenge = challenge };

    /// <summary>
    /// The error for a known user with a wrong password. Assumed for a disabled token and for an expired password. The nested error makes docker
    /// print the line that its users report.
    /// </summary>
    public static RegistryException LoginRefused() =>
        new(StatusCodes.Status401Unauthorized, "UNAUTHORIZED", $$$"""{"errors":[{"code":"UNAUTHORIZED","message":"{{{Authenticate}}}"}]}""")
        {
            HasDetail = false,
        };

    /// <summary>Text as in clients' logs; a deleted token gets it too.</summary>
    public static RegistryException UnknownUser() =>
        new(StatusCodes.Status401Unauthorized, "UNAUTHORIZED", "Application not registered with AAD.") { HasDetail = false };

    /// <summary>Text as in clients' logs, code and status assumed.</summary>
    public static RegistryException InsufficientScope(string challenge, JsonArray detail) =>
        new(StatusCodes.Status401Unauthorized, "DENIED", "requested access to the resource is denied", detail) { Challenge = challenge };

    public static RegistryException UnsupportedGrant() =>
        new(
            StatusCodes.Status400BadRequest,
            Unsupported,
            "The token server takes the grant types password and refresh_token, an exchange access_token."
        )
        {
            HasDetail = false,
        };

    public static RegistryException MethodNotAllowed() => new(StatusCodes.Status405MethodNotAllowed, Unsupported, "The operation is unsupported.");

    public static RegistryException NameInvalid(string name) =>
        new(StatusCodes.Status400BadRequest, "NAME_INVALID", "invalid repository name", new JsonObject { ["name"] = name });

    public static RegistryException NameUnknown(string name) =>
        new(StatusCodes.Status404NotFound, "NAME_UNKNOWN", "repository name not known to registry", new JsonObject { ["name"] = name });

    /// <summary>Code and text are those of CNCF distribution.</summary>
    public static RegistryException PageSizeInvalid(string n) =>
        new(StatusCodes.Status400BadRequest, "PAGINATION_NUMBER_INVALID", "invalid number of results requested", new JsonObject { ["n"] = n });

    public static RegistryException DigestInvalid(string? digest) =>
        new(
            StatusCodes.Status400BadRequest,
            "DIGEST_INVALID",
            "provided digest did not match uploaded content",
            new JsonObject { ["digest"] = digest }
        );

    public static RegistryException DigestUnsupported(string digest, string algorithm) =>
        new(
            StatusCodes.Status400BadRequest,
            "DIGEST_INVALID",
            $"the registry takes digests of the algorithm sha256 only, not of {algorithm}",
            new JsonObject { ["digest"] = digest }
        );

    public static RegistryException BlobUnknown(string digest) =>
        new(StatusCodes.Status404NotFound, "BLOB_UNKNOWN", "blob unknown to registry", new JsonObject { ["digest"] = digest });

    public static RegistryException UploadUnknown(string id) =>
        new(StatusCodes.Status404NotFound, "BLOB_UPLOAD_UNKNOWN", "blob upload unknown to registry", new JsonObject { ["uuid"] = id });

    public static RegistryException UploadOutOfOrder(string range) =>
        new(
            StatusCodes.Status416RangeNotSatisfiable,
            "BLOB_UPLOAD_INVALID",
            "the chunk does not follow what was uploaded before",
            new JsonObject { ["range"] = range }
        );

    /// <summary>Assumed: recordings show that each response has a new address, but none shows a client that used an old one.</summary>
    public static RegistryException UploadStale(string range) =>
        new(
            StatusCodes.Status416RangeNotSatisfiable,
            "BLOB_UPLOAD_INVALID",
            "the address is not the upload's current one: each response's Location replaces the one before it, query included",
            new JsonObject { ["range"] = range }
        );

    public static RegistryException UploadBusy(string id) =>
        new(
            StatusCodes.Status416RangeNotSatisfiable,
            "BLOB_UPLOAD_INVALID",
            "another request is adding to the upload",
            new JsonObject { ["uuid"] = id }
        );

    public static RegistryException NoRoom(string why) => new(StatusCodes.Status413PayloadTooLarge, "SIZE_INVALID", "the blob is too large. " + why);

    public static RegistryException ManifestTooLarge(int most) =>
        new(StatusCodes.Status413PayloadTooLarge, "SIZE_INVALID", $"the manifest is too large. The registry takes {most} bytes at most.");

    public static RegistryException RangeInvalid(long length) =>
        new(StatusCodes.Status416RangeNotSatisfiable, "RANGE_INVALID", "the blob has no such bytes", new JsonObject { ["size"] = length });

    public static RegistryException ManifestUnknown(string reference) =>
        new(
            StatusCodes.Status404NotFound,
            "MANIFEST_UNKNOWN",
            $"manifest tagged by \"{reference}\" is not found",
            new JsonObject { ["reference"] = reference }
        );

    public static RegistryException ManifestInvalid(string why) =>
        new(StatusCodes.Status400BadRequest, "MANIFEST_INVALID", "manifest invalid: " + why);

    public static RegistryException ManifestBlobUnknown(string digest) =>
        new(
            StatusCodes.Status400BadRequest,
            "MANIFEST_BLOB_UNKNOWN",
            "manifest references a blob or manifest unknown to registry",
            new JsonObject { ["digest"] = digest }
        );

    /// <summary>As recorded.</summary>
    public static RegistryException TagUnknown() =>
        new(StatusCodes.Status404NotFound, "TAG_UNKNOWN", "the specified tag does not exist") { HasDetail = false };

    /// <summary>Assumed.</summary>
    public static RegistryException AttributesInvalid(string why) =>
        new(StatusCodes.Status400BadRequest, "INVALID_ATTRIBUTES", "the attributes are invalid: " + why);

    /// <summary>Status, code and text as Azure's users report them for locked images.</summary>
    public static RegistryException Disallowed() =>
        new(
            StatusCodes.Status405MethodNotAllowed,
            "REGISTRY_DISALLOWED_OPERATION",
            "The operation is disallowed on this registry, repository or image. View troubleshooting steps at "
                + "https://aka.ms/acr/faq/#why-does-my-pull-or-push-request-fail-with-disallowed-operation",
            new JsonObject()
        );

    public static RegistryException TagInvalid(string tag) =>
        new(StatusCodes.Status400BadRequest, "TAG_INVALID", "manifest tag is invalid", new JsonObject { ["tag"] = tag });

    /// <summary>
    /// The emulator's own error: Azure may well know the operation. The status is 404: clients then fall back to another way, or report
    /// immediately what was missing.
    /// </summary>
    public static RegistryException NotEmulated(string method, string path) =>
        new(StatusCodes.Status404NotFound, "NOT_EMULATED", $"The emulator does not know {method} {path}.");

    /// <summary>Status, code and text as in clients' logs.</summary>
    public static RegistryException BehindFirewall(IPAddress client) =>
        new(
            StatusCodes.Status403Forbidden,
            "DENIED",
            $"client with IP '{client}' is not allowed access. Refer https://aka.ms/acr/firewall to grant access."
        )
        {
            HasDetail = false,
        };

    /// <summary>The emulator's own error.</summary>
    public static RegistryException UpstreamUnreachable(Uri upstream, string why) =>
        new(StatusCodes.Status502BadGateway, "UPSTREAM_UNREACHABLE", $"The registry behind the emulator, {upstream}, could not be reached: {why}");
}
