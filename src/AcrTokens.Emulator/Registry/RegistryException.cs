using System.Text.Json.Nodes;

namespace AcrTokens.Emulator.Registry;

/// <summary>An answer of the registry or token server that says no. Made by <see cref="RegistryErrors"/>.</summary>
internal sealed class RegistryException(int status, string code, string message, JsonNode? detail = null) : Exception(message)
{
    public int Status { get; } = status;

    public string? Challenge { get; init; }

    /// <summary>The token server's errors have none, the registry's always do.</summary>
    public bool HasDetail { get; init; } = true;

    public JsonObject ToJson()
    {
        var error = new JsonObject { ["code"] = code, ["message"] = Message };
        if (HasDetail)
        {
            error["detail"] = detail?.DeepClone();
        }

        return new JsonObject { ["errors"] = new JsonArray(error) };
    }
}
