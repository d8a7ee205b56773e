using System.Text.Json;
using System.Text.Json.Serialization;

namespace AcrTokens.Faults;

/// <summary>Where a served registry is, and what its clients need.</summary>
internal sealed record Addresses(Uri ResourceManager, Uri Control, string ControlKey, string AccessToken, string CertificatePem, string RegistryId);

/// <summary>A fault to come: at the nth of these requests of that case, or from it on. A refusal may say when to come back.</summary>
internal sealed record Armed(
    string Case,
    IReadOnlyList<Operation> Operations,
    FaultKind Kind,
    bool Always = false,
    int Nth = 1,
    string? RetryAfter = null
);

/// <summary>
/// A request that came by. <see cref="Status"/> is 0 where the client got no answer; <see cref="Ended"/> is null while it is under way.
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

/// <summary>A password that was told to a client.</summary>
internal sealed record Told(string Case, string Token, string Password);

/// <summary>A token as the emulator has it.</summary>
internal sealed record Left(string Name, bool Enabled, bool HasUsablePassword, DateTimeOffset? ExpiresOn);

internal static class Wire
{
    /// <summary>Says which case a request belongs to.</summary>
    public const string CaseHeader = "x-faults-case";

    public static JsonSerializerOptions Options { get; } =
        new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) } };
}
