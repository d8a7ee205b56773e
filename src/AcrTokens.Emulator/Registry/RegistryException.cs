using System.Text.Json.Nodes;
using AcrTokens.Emulator.Hosting;

namespace AcrTokens.Emulator.Registry;

/// <summary>An error of the registry or its token server. Created by <see cref="RegistryErrors"/>.</summary>
internal sealed class RegistryException(int status, string code, string message, JsonNode? detail = null) : Refusal(status, message)
{
    /// <summary>Whether the error has a detail. The registry's errors always have one, the token server's never.</summary>
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
