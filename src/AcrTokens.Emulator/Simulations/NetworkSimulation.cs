using System.Net;
using AcrTokens.Emulator.Hosting;
using AcrTokens.Emulator.Registry;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace AcrTokens.Emulator.Simulations;

/// <summary>Simulates the network between client and service: a proxy, and a firewall in front of registries.</summary>
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

    /// <summary>Refuses requests to a registry from outside its network, which are all requests.</summary>
    public void CheckFirewall(HttpContext context, ISurface surface)
    {
        if (surface is RegistryAnswers && simulator.Current.Firewall)
        {
            // In process there is no connection and no address; the client is on this machine too.
            throw RegistryErrors.BehindFirewall(context.Connection.RemoteIpAddress ?? IPAddress.Loopback);
        }
    }
}
