using System.Text.Json.Nodes;
using AcrTokens.Emulator.Hosting;
using Microsoft.AspNetCore.Http;

namespace AcrTokens.Emulator.ResourceManager;

/// <summary>An answer of Resource Manager that says yes.</summary>
internal sealed record ArmReply(int Status, string Body)
{
    /// <summary>The address to poll after a PUT or PATCH.</summary>
    public string? AsyncOperation { get; init; }

    /// <summary>The address to poll after a DELETE.</summary>
    public string? Location { get; init; }

    /// <summary>Whether the answer says which api-versions there are, as all do but those of a deletion's poll address.</summary>
    public bool NamesVersions { get; init; } = true;

    public static ArmReply Ok(JsonNode body) => new(StatusCodes.Status200OK, WireJson.Write(body));

    public static ArmReply Empty(int status) => new(status, "");
}
