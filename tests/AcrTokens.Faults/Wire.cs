using System.Text.Json;
using System.Text.Json.Serialization;

namespace AcrTokens.Faults;

/// <summary>A served registry's addresses, and the data that its clients need.</summary>
internal sealed record Addresses(Uri ResourceManager, Uri Control, string ControlKey, string AccessToken, string CertificatePem, string RegistryId);

/// <summary>A planned fault: at the nth matching request of a case, or from it on. A refusal may carry a <c>Retry-After</c>.</summary>
internal sealed record Armed(
    string Case,
    IReadOnlyList<Operation> Operations,
    FaultKind Kind,
    bool Always = false,
    int Nth = 1,
    string? RetryAfter = null
);

/// <summary>
/// A recorded request. <see cref="Status"/> is 0 if the client got no response; <see cref="Ended"/> is null while it is under way.
/// </summary>
internal sealed record Seen(
    string Case,
    Operation Operation,
    string Path,
    bool IsFaulty,
    int Status,
    DateTimeOffset Began,
    DateTimeOffset? Ended = null
);

/// <summary>A password that was returned to a client.</summary>
internal sealed record Told(string Case, string Token, string Password);

/// <summary>A token in the emulator's state.</summary>
internal sealed record Left(string Name, bool Enabled, bool HasUsablePassword, DateTimeOffset? ExpiresOn)
{
    /// <summary>Whether an existing token is not back in the state in which it was found: disabled, without a password.</summary>
    public bool IsOpen => Enabled || HasUsablePassword;
}

internal static class Wire
{
    /// <summary>The header with the case that a request belongs to.</summary>
    public const string CaseHeader = "x-faults-case";

    public static JsonSerializerOptions Options { get; } =
        new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) } };
}
