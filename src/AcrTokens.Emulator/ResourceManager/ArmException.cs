using System.Text.Json.Nodes;

namespace AcrTokens.Emulator.ResourceManager;

/// <summary>An answer that says no, in Resource Manager's form. Made by <see cref="ArmErrors"/>.</summary>
internal sealed class ArmException(int status, string code, string message, bool fromRegistry) : Exception(message)
{
    public int Status { get; } = status;

    public string Code { get; } = code;

    public string? Challenge { get; init; }

    /// <summary>The registry's own service adds a <c>status</c> beside the error; Resource Manager in front of it does not.</summary>
    public JsonObject ToJson()
    {
        var body = new JsonObject { ["error"] = new JsonObject { ["code"] = Code, ["message"] = Message } };
        if (fromRegistry)
        {
            body["status"] = "Failed";
        }

        return body;
    }
}
