using System.Text.Json.Nodes;
using AcrTokens.Emulator.Hosting;

namespace AcrTokens.Emulator.ResourceManager;

/// <summary>An error in Resource Manager's form. Created by <see cref="ArmRefusals"/>.</summary>
internal sealed class ArmException(int status, string code, string message, bool fromRegistry) : Refusal(status, message)
{
    /// <summary>The target of the error, if it names one.</summary>
    public string? Target { get; init; }

    /// <summary>Additional information: its type and content.</summary>
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
            // Added by the registry's own service, but not by Resource Manager in front of it.
            body["status"] = "Failed";
        }

        return WireJson.Write(body);
    }
}
