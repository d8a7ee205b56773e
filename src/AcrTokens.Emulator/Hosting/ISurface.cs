using Microsoft.AspNetCore.Http;

namespace AcrTokens.Emulator.Hosting;

/// <summary>One of the services that the emulator plays: each has headers and a form of errors of its own.</summary>
internal interface ISurface
{
    /// <summary>Puts what every answer carries on this one.</summary>
    void AddHeaders(HttpContext context);

    /// <summary>A refusal in its form; without a code, that of a request that cannot be read.</summary>
    Refusal Refuse(int status, string? code, string message);

    /// <summary>A refusal of what the surface does not have.</summary>
    Refusal NotEmulated(HttpRequest request);
}
