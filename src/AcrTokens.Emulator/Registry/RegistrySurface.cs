using AcrTokens.Emulator.Faults;
using AcrTokens.Emulator.Registry.Metadata;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;

namespace AcrTokens.Emulator.Registry;

/// <summary>
/// The OCI distribution API, and Azure's own API for the same images. It parses a request's path, checks the rights, and passes the request to
/// the backend.
/// </summary>
internal sealed class RegistrySurface(Func<HttpContext, IRegistryBackend> backendFor, RegistryGuard guard)
{
    public const string Root = "/v2";

    /// <summary>Azure's own API beside it.</summary>
    public const string MetadataRoot = "/acr/v1";

    /// <summary>
    /// Decodes the slashes in a repository's name: Azure's JavaScript client sends them as <c>%2F</c>, which servers leave as it is.
    /// </summary>
    public static void DecodeSlashes(HttpRequest request)
    {
        if (Owns(request.Path))
        {
            request.Path = request.Path.Value!.Replace("%2F", "/", StringComparison.OrdinalIgnoreCase);
        }
    }

    public static bool Owns(PathString path) =>
        path.StartsWithSegments(Root, StringComparison.Ordinal) || path.StartsWithSegments(MetadataRoot, StringComparison.Ordinal);

    public void Map(IEndpointRouteBuilder routes)
    {
        MapTo(Root, RegistryPath.Parse);
        MapTo(MetadataRoot, MetadataPath.Parse);

        void MapTo(string root, Func<string, RegistryPath?> parse) =>
            routes
                .Map(root + "/{**path}", (RequestDelegate)(context => Handle(context, parse)))
                .WithMetadata(new OperationName(context => Operation(context, parse)), new RegistryAnswers());
    }

    private Task Handle(HttpContext context, Func<string, RegistryPath?> parse)
    {
        var path = parse(PathOf(context)) ?? throw RegistryErrors.NotEmulated(context.Request.Method, context.Request.Path.Value!);
        var granted = guard.Check(context, path);
        if (!path.IsMetadata || HttpMethods.IsDelete(context.Request.Method))
        {
            RegistryAnswers.AddRequestIds(context);
        }

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

    private static string Operation(HttpContext context, Func<string, RegistryPath?> parse)
    {
        try
        {
            return parse(PathOf(context)) is { } path ? RegistryOperations.NameOf(path.Resource, context.Request.Method) : OperationNames.NotEmulated;
        }
        catch (RegistryException)
        {
            return OperationNames.NotEmulated;
        }
    }
}
