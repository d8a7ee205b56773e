using Azure.Core;
using Azure.Core.Pipeline;

namespace AcrTokens;

/// <summary>The token server of a registry's data plane, asked as a docker client asks it.</summary>
internal sealed class TokenServer
{
    private readonly HttpPipeline pipeline;

    public TokenServer(AcrClientOptions options)
    {
        DiscreetDiagnostics.Apply(options.Diagnostics);
        pipeline = HttpPipelineBuilder.Build(options, new UntrustedCertificatePolicy());
    }

    /// <summary>Whether the registry accepts that name and password: 200 or 401, and nothing in between.</summary>
    public async Task<bool> AcceptsAsync(string loginServer, string username, string password, CancellationToken cancellationToken)
    {
        using var message = pipeline.CreateMessage();
        message.Request.Method = RequestMethod.Get;
        message.Request.Uri.Reset(new Uri($"{Scheme(loginServer)}://{loginServer}/oauth2/token?service={Uri.EscapeDataString(loginServer)}"));
        message.Request.Headers.Add(HttpHeader.Names.Authorization, $"Basic {SecretForms.Login(username, password)}");

        try
        {
            await pipeline.SendAsync(message, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is Azure.RequestFailedException or AggregateException or IOException or HttpRequestException
            || (exception is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            var reason = NetworkErrors.Explain(exception, "its token server", "the login server") ?? "its token server did not answer";
            throw new AcrException($"Could not log in to '{loginServer}' as '{username}': {reason}.", exception) { Operation = "log in", Resource = loginServer };
        }

        return message.Response.Status switch
        {
            200 => true,
            401 => false,
            var status => throw new AcrException($"Could not log in to '{loginServer}' as '{username}': its token server answered {status}.")
            {
                Operation = "log in",
                Resource = loginServer,
                Status = status,
            },
        };
    }

    // As docker and the .NET SDK do: plain http only where it does not leave the machine.
    private static string Scheme(string loginServer) =>
        loginServer == "localhost" || loginServer.StartsWith("localhost:", StringComparison.Ordinal) ? Uri.UriSchemeHttp : Uri.UriSchemeHttps;
}
