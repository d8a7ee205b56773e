using AcrTokens.Emulator.Faults;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace AcrTokens.Emulator.Registry;

/// <summary>The OCI distribution API: finds out what a request is about, checks its rights, and hands it on.</summary>
internal sealed class RegistrySurface(Func<HttpContext, IRegistryBackend> backendFor, RegistryGuard guard)
{
    public void Map(IEndpointRouteBuilder routes) =>
        routes.Map("/v2/{**path}", (RequestDelegate)(context => RegistryAnswers.Guarded(context, () => Handle(context))))
            .WithMetadata(new OperationName(Operation));

    private Task Handle(HttpContext context)
    {
        context.Response.Headers["Docker-Distribution-Api-Version"] = "registry/2.0";
        var path = RegistryPath.Parse(PathOf(context));
        var granted = guard.Check(context, path);
        return backendFor(context).Handle(context, path, granted);
    }

    private static string PathOf(HttpContext context) => (string?)context.GetRouteValue("path") ?? "";

    private static string Operation(HttpContext context)
    {
        try
        {
            return RegistryOperations.NameOf(RegistryPath.Parse(PathOf(context)).Resource, context.Request.Method);
        }
        catch (RegistryException)
        {
            return OperationNames.NotEmulated;
        }
    }
}
