using System.Text.Json.Nodes;

namespace AcrTokens.Emulator.Registry.Metadata;

/// <summary>What may be done with a repository, a tag or a manifest. All of it is allowed until somebody changes that.</summary>
internal sealed record ChangeableAttributes(bool DeleteEnabled, bool WriteEnabled, bool ReadEnabled, bool ListEnabled)
{
    public static readonly ChangeableAttributes All = new(true, true, true, true);

    public JsonObject ToJson() =>
        new()
        {
            ["deleteEnabled"] = DeleteEnabled,
            ["writeEnabled"] = WriteEnabled,
            ["readEnabled"] = ReadEnabled,
            ["listEnabled"] = ListEnabled,
        };

    /// <summary>Applies a PATCH. What it does not name stays.</summary>
    public ChangeableAttributes With(JsonObject patch) =>
        new(
            Value(patch, "deleteEnabled", DeleteEnabled),
            Value(patch, "writeEnabled", WriteEnabled),
            Value(patch, "readEnabled", ReadEnabled),
            Value(patch, "listEnabled", ListEnabled)
        );

    private static bool Value(JsonObject patch, string name, bool current) =>
        patch[name] switch
        {
            null => current,
            JsonValue value when value.TryGetValue(out bool changed) => changed,
            _ => throw RegistryErrors.AttributesInvalid($"{name} is neither true nor false"),
        };
}
