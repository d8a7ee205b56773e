using System.Text.Json.Nodes;
using AcrTokens.Emulator.Hosting;

namespace AcrTokens.Emulator.ResourceManager;

/// <summary>An answer that says no, in Resource Manager's form. Made by <see cref="ArmRefusals"/>.</summary>
internal sealed class ArmException(int status, string code, string message, bool fromRegistry) : Refusal(status, message)
{
    /// <summary>What the error is about, where it says so.</summary>
    public string? Target { get; init; }

    /// <summary>What else there is to say: a kind, and what it holds.</summary>
    public (string Type, JsonObject Info)? AdditionalInfo { get; init; }

    protected override string Body(DateTimeOffset now)
    {
        var error = new JsonObject { ["code"] = code };
        if (Target is not null)
        {
            error["target"] = Target;
        }

        error["message"] = Message;
        if (AdditionalInfo is { } additional)
        {
            error["additionalInfo"] = new JsonArray(new JsonObject { ["type"] = additional.Type, ["info"] = additional.Info });
        }

        var body = new JsonObject { ["error"] = error };
        if (fromRegistry)
        {
            // The registry's own service adds this; Resource Manager in front of it does not.
            body["status"] = "Failed";
        }

        return WireJson.Write(body);
    }
}
