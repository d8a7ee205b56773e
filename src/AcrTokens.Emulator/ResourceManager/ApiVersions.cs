using System.Text.RegularExpressions;

namespace AcrTokens.Emulator.ResourceManager;

/// <summary>The api-versions that an operation accepts, oldest first.</summary>
internal sealed partial class ApiVersions
{
    /// <summary>The versions with tokens, scope maps and generateCredentials. Their responses list them all.</summary>
    public static readonly ApiVersions WithTokens = new(
        [
            "2019-05-01-preview",
            "2020-11-01-preview",
            "2021-06-01-preview",
            "2021-08-01-preview",
            "2021-12-01-preview",
            "2022-02-01-preview",
            "2022-12-01",
            "2023-01-01-preview",
            "2023-06-01-preview",
            "2023-07-01",
            "2023-07-01-preview",
            "2023-08-01-preview",
            "2023-11-01-preview",
            "2024-01-01-preview",
            "2024-11-01-preview",
            "2025-03-01-preview",
            "2025-04-01",
            "2025-05-01-preview",
            "2025-06-01-preview",
            "2025-09-01-preview",
            "2025-11-01",
            "2026-01-01-preview",
            "2026-03-01-preview",
            "2026-09-01-preview",
            "2026-11-01",
        ],
        advertise: true
    );

    /// <summary>The same, and the older versions with only the registry and its admin credentials. Responses echo the request's version.</summary>
    public static readonly ApiVersions All = new(["2017-03-01", "2017-10-01", "2019-05-01", "2021-09-01", .. WithTokens.accepted], advertise: false);

    /// <summary>The versions of Resource Manager's own operations: any date, since an emulator need not list them all.</summary>
    public static readonly ApiVersions Any = new([], advertise: false);

    private readonly IReadOnlyList<string> accepted;

    private ApiVersions(IReadOnlyList<string> accepted, bool advertise)
    {
        this.accepted = accepted;
        Advertised = advertise ? string.Join(", ", accepted) : null;
    }

    /// <summary>The value of <c>api-supported-versions</c>; null if the service echoes the request's version.</summary>
    public string? Advertised { get; }

    public void Check(string version)
    {
        if (this == Any ? !Date().IsMatch(version) : !accepted.Contains(version, StringComparer.OrdinalIgnoreCase))
        {
            throw ArmRefusals.UnknownApiVersion(version, accepted);
        }
    }

    [GeneratedRegex(@"\A20\d\d-\d\d-\d\d(-[a-z]+)?\z")]
    private static partial Regex Date();
}
