using System.Net;
using AcrTokens.Emulator.Hosting;
using AcrTokens.Emulator.Registry;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace AcrTokens.Emulator.Simulations;

/// <summary>What stands between a client and the service: a proxy, and in front of registries a firewall.</summary>
internal sealed class NetworkSimulation(Simulator simulator)
{
    public async Task Invoke(HttpContext context, RequestDelegate next)
    {
        if (simulator.Current.HtmlProxy is not { } status)
        {
            await next(context);
            return;
        }

        var title = $"{status} {ReasonPhrases.GetReasonPhrase(status)}".Trim();
        context.Response.StatusCode = status;
        if (status is not (StatusCodes.Status204NoContent or StatusCodes.Status205ResetContent or StatusCodes.Status304NotModified))
        {
            context.Response.ContentType = "text/html; charset=utf-8";
            await context.Response.WriteAsync(
                $"<!DOCTYPE html>\n<html><head><title>{title}</title></head><body><h1>{title}</h1><p>proxy.example.com</p></body></html>\n",
                context.RequestAborted
            );
        }
    }

    /// <summary>Refuses what comes to a registry from outside its network, which is everything.</summary>
    public void CheckFirewall(HttpContext context, ISurface surface)
    {
        if (surface is RegistryAnswers && simulator.Current.Firewall)
        {
            // Without a connection there is no address; in process the client is this machine as well.
            throw RegistryErrors.BehindFirewall(context.Connection.RemoteIpAddress ?? IPAddress.Loopback);
        }
    }
}
