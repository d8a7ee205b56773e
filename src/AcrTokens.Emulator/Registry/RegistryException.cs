using System.Text.Json.Nodes;
using AcrTokens.Emulator.Hosting;

namespace AcrTokens.Emulator.Registry;

/// <summary>An answer of the registry or token server that says no. Made by <see cref="RegistryErrors"/>.</summary>
internal sealed class RegistryException(int status, string code, string message, JsonNode? detail = null) : Refusal(status, message)
{
    /// <summary>The token server's errors have none, the registry's always do.</summary>
    public bool HasDetail { get; init; } = true;

    protected override string Body(DateTimeOffset now)
    {
        var error = new JsonObject { ["code"] = code, ["message"] = Message };
        if (HasDetail)
        {
            error["detail"] = detail?.DeepClone();
        }

        return RegistryAnswers.Text(new JsonObject { ["errors"] = new JsonArray(error) });
    }
}
