using System.Text.Json;

namespace AcrTokens;

/// <summary>What Resource Manager says of a failure.</summary>
internal sealed record ArmError(string? Code, string? Message)
{
    /// <summary>Null where it says nothing.</summary>
    public static ArmError? In(JsonElement json) => json.At("error") is var error && error.IsNothing() ? null : new(error.TextAt("code"), error.TextAt("message"));
}
