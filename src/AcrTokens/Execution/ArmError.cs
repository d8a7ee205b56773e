using System.Text.Json;

namespace AcrTokens.Execution;

/// <summary>Resource Manager's error.</summary>
internal sealed record ArmError(string? Code, string? Message)
{
    private static readonly string[] NameMembers =
    [
        "policyAssignmentDisplayName",
        "policyDefinitionDisplayName",
        "policyAssignmentName",
        "policyDefinitionName",
    ];

    /// <summary>The display names of the policies that forbid the change; empty if it names none.</summary>
    public IReadOnlyList<string> Policies { get; init; } = [];

    /// <summary>Reads the error of a body; null if there is none.</summary>
    public static ArmError? In(JsonElement json) =>
        json.At("error") is var error && error.IsNothing()
            ? null
            : new(error.TextAt("code"), error.TextAt("message")) { Policies = PoliciesOf(error) };

    private static List<string> PoliciesOf(JsonElement error) =>
        error.At("additionalInfo") is { ValueKind: JsonValueKind.Array } infos
            ? [.. infos.EnumerateArray().Select(NameOf).OfType<string>().Distinct()]
            : [];

    // Only the code and the message of an error have a reliable form.
    private static string? NameOf(JsonElement info)
    {
        if (info.ValueKind != JsonValueKind.Object || !info.TryGetProperty("info", out var violation) || violation.ValueKind != JsonValueKind.Object)
            return null;
        return NameMembers
            .Select(name => violation.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null)
            .FirstOrDefault(name => !string.IsNullOrEmpty(name));
    }
}
