using AcrTokens.Emulator.Registry;
using Microsoft.AspNetCore.Http;

namespace AcrTokens.Emulator.Upstream;

/// <summary>
/// Forwards to a registry without authentication that stores the emulator's images. Requests carry the host and the scheme that
/// the client used, so that the registry's addresses lead back to the emulator.
/// </summary>
internal sealed class UpstreamProxy(Uri upstream) : IRegistryBackend, IDisposable
{
    // Headers of this hop only, and those that the server sets itself.
    private static readonly HashSet<string> NotPassedOn = new(StringComparer.OrdinalIgnoreCase)
    {
        "Authorization",
        "Connection",
        "Keep-Alive",
        "Proxy-Authenticate",
        "Proxy-Authorization",
        "Proxy-Connection",
        "TE",
        "Trailer",
        "Transfer-Encoding",
        "Upgrade",
        "Host",
    };

    private readonly HttpMessageInvoker http = new(
        new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            UseProxy = false,
            AutomaticDecompression = System.Net.DecompressionMethods.None,
        }
    );

    public async Task Handle(HttpContext context, RegistryPath path, IReadOnlyList<AccessScope> granted)
    {
        if (path.IsMetadata)
        {
            throw RegistryErrors.NotEmulated(context.Request.Method, context.Request.Path.Value!);
        }

        using var request = Request(context.Request);
        using var answer = await Send(request, context.RequestAborted);
        context.Response.StatusCode = (int)answer.StatusCode;
        foreach (var (name, values) in answer.Headers.Concat(answer.Content.Headers).Where(header => !NotPassedOn.Contains(header.Key)))
        {
            context.Response.Headers[name] = values.ToArray();
        }

        if (!HttpMethods.IsHead(context.Request.Method))
        {
            await answer.Content.CopyToAsync(context.Response.Body, context.RequestAborted);
        }
    }

    public void Dispose() => http.Dispose();

    private HttpRequestMessage Request(HttpRequest original)
    {
        var request = new HttpRequestMessage(
            new HttpMethod(original.Method),
            new Uri(upstream, original.Path.ToUriComponent() + original.QueryString)
        );
        if (original.ContentLength > 0 || original.Headers.TransferEncoding.Count > 0)
        {
            request.Content = new StreamContent(original.Body);
        }
        else if (!HttpMethods.IsGet(original.Method) && !HttpMethods.IsHead(original.Method))
        {
            request.Content = new ByteArrayContent([]);
        }

        foreach (var (name, values) in original.Headers.Where(header => !NotPassedOn.Contains(header.Key)))
        {
            if (!request.Headers.TryAddWithoutValidation(name, values.AsEnumerable()))
            {
                request.Content?.Headers.TryAddWithoutValidation(name, values.AsEnumerable());
            }
        }

        request.Headers.Host = original.Host.Value;
        request.Headers.TryAddWithoutValidation("X-Forwarded-Proto", original.Scheme);
        return request;
    }

    private async Task<HttpResponseMessage> Send(HttpRequestMessage request, CancellationToken ct)
    {
        try
        {
            return await http.SendAsync(request, ct);
        }
        catch (HttpRequestException exception)
        {
            throw RegistryErrors.UpstreamUnreachable(upstream, exception.Message);
        }
    }
}
