using System.Text.Json;

namespace AcrTokens.Execution;

/// <summary>What Resource Manager says of a failure.</summary>
internal sealed record ArmError(string? Code, string? Message)
{
    private static readonly string[] NameMembers =
    [
        "policyAssignmentDisplayName",
        "policyDefinitionDisplayName",
        "policyAssignmentName",
        "policyDefinitionName",
    ];

    /// <summary>The policies that forbid it, by the names that people gave them; empty where it names none.</summary>
    public IReadOnlyList<string> Policies { get; init; } = [];

    /// <summary>Null where it says nothing.</summary>
    public static ArmError? In(JsonElement json) =>
        json.At("error") is var error && error.IsNothing()
            ? null
            : new(error.TextAt("code"), error.TextAt("message")) { Policies = PoliciesOf(error) };

    private static List<string> PoliciesOf(JsonElement error) =>
        error.At("additionalInfo") is { ValueKind: JsonValueKind.Array } infos
            ? [.. infos.EnumerateArray().Select(NameOf).OfType<string>().Distinct()]
            : [];

    // In an error nothing but its code and message has a form to rely on.
    private static string? NameOf(JsonElement info)
    {
        if (info.ValueKind != JsonValueKind.Object || !info.TryGetProperty("info", out var violation) || violation.ValueKind != JsonValueKind.Object)
            return null;
        return NameMembers
            .Select(name => violation.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null)
            .FirstOrDefault(name => !string.IsNullOrEmpty(name));
    }
}
