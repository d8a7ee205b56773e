using System.Text.Json.Nodes;
using AcrTokens.Emulator.Hosting;
using Microsoft.AspNetCore.Http;

namespace AcrTokens.Emulator.ResourceManager;

/// <summary>A successful response of Resource Manager.</summary>
internal sealed record ArmReply(int Status, string Body)
{
    /// <summary>The address to poll after a PUT or PATCH.</summary>
    public string? AsyncOperation { get; init; }

    /// <summary>The address to poll after a DELETE.</summary>
    public string? Location { get; init; }

    /// <summary>Whether the response lists the api-versions. All do, except those of a delete's poll address.</summary>
    public bool NamesVersions { get; init; } = true;

    public static ArmReply Ok(JsonNode body) => new(StatusCodes.Status200OK, WireJson.Write(body));

    public static ArmReply Empty(int status) => new(status, "");
}
