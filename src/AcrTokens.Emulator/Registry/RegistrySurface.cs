using AcrTokens.Emulator.Faults;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;

namespace AcrTokens.Emulator.Registry;

/// <summary>The OCI distribution API. It parses a request's path, checks the rights, and passes the request to the backend.</summary>
internal sealed class RegistrySurface(Func<HttpContext, IRegistryBackend> backendFor, RegistryGuard guard)
{
    private const string Root = "/v2";

    /// <summary>
    /// Decodes the slashes in a repository's name: Azure's JavaScript client sends them as <c>%2F</c>, which servers leave as it is.
    /// </summary>
    public static void DecodeSlashes(HttpRequest request)
    {
        if (request.Path.StartsWithSegments(Root, StringComparison.Ordinal))
        {
            request.Path = request.Path.Value!.Replace("%2F", "/", StringComparison.OrdinalIgnoreCase);
        }
    }

    public void Map(IEndpointRouteBuilder routes) =>
        routes.Map(Root + "/{**path}", (RequestDelegate)Handle).WithMetadata(new OperationName(Operation), new RegistryAnswers());

    private Task Handle(HttpContext context)
    {
        var path = RegistryPath.Parse(PathOf(context)) ?? throw RegistryErrors.NotEmulated(context.Request.Method, context.Request.Path.Value!);
        var granted = guard.Check(context, path);
        RegistryAnswers.AddRequestIds(context);
        if (
            path.Resource is RegistryResource.Uploads or RegistryResource.Upload
            && context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { } limit
        )
        {
            // Layers have a limit of their own.
            limit.MaxRequestBodySize = null;
        }

        return backendFor(context).Handle(context, path, granted);
    }

    private static string PathOf(HttpContext context) => (string?)context.GetRouteValue("path") ?? "";

    private static string Operation(HttpContext context)
    {
        try
        {
            return RegistryPath.Parse(PathOf(context)) is { } path
                ? RegistryOperations.NameOf(path.Resource, context.Request.Method)
                : OperationNames.NotEmulated;
        }
        catch (RegistryException)
        {
            return OperationNames.NotEmulated;
        }
    }
}
