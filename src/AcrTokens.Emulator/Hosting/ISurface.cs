using Microsoft.AspNetCore.Http;

namespace AcrTokens.Emulator.Hosting;

/// <summary>One of the emulated services. Each has its own headers and its own form of errors.</summary>
internal interface ISurface
{
    /// <summary>Adds the headers that every response of the surface carries.</summary>
    void AddHeaders(HttpContext context);

    /// <summary>A refusal in the surface's form. Without a code, the code of an unreadable request is used.</summary>
    Refusal Refuse(int status, string? code, string message);

    /// <summary>A refusal for a request that the surface does not emulate.</summary>
    Refusal NotEmulated(HttpRequest request);
}
