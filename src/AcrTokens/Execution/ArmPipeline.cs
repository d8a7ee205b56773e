using Azure.Core;
using Azure.Core.Pipeline;
using Microsoft.Extensions.Logging;

namespace AcrTokens.Execution;

/// <summary>Sends requests to one Resource Manager only: its bearer token never reaches another host.</summary>
internal sealed class ArmPipeline
{
    private readonly HttpPipeline pipeline;
    private readonly Uri endpoint;
    private readonly string apiVersion;
    private readonly ArmThrottling throttling;
    private readonly PolicyTokens policyTokens;

    public ArmPipeline(TokenCredential credential, AcrCloud cloud, AcrClientOptions options, ILogger logger)
    {
        pipeline = AcrPipelines.Build(options, new SignInPolicy(credential, cloud.Scope));
        endpoint = cloud.ResourceManagerEndpoint;
        apiVersion = options.ApiVersion;
        policyTokens = new PolicyTokens(options);
        throttling = new ArmThrottling(options.TimeProvider, options.OperationTimeout, logger);
    }

    /// <summary>Sends a request and returns the response, refusals included.</summary>
    public async Task<ArmAnswer> SendAsync(ArmRequest request, CancellationToken cancellationToken)
    {
        var url = UrlOf(request);
        var change = await policyTokens
            .AddToAsync(request, url, (question, token) => SendAsync(question, UrlOf(question), token), cancellationToken)
            .ConfigureAwait(false);
        return await SendAsync(change, url, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Follows the service's link verbatim, since it may be signed.</summary>
    public Task<ArmAnswer> FollowAsync(string link, ArmRequest request, CancellationToken cancellationToken) =>
        Uri.TryCreate(endpoint, link, out var url)
        && Uri.Compare(url, endpoint, UriComponents.SchemeAndServer, UriFormat.Unescaped, StringComparison.OrdinalIgnoreCase) == 0
            ? SendAsync(request.ToProgress(), url, cancellationToken)
            : throw ArmErrors.ForeignLink(request.Attempt, endpoint);

    private Task<ArmAnswer> SendAsync(ArmRequest request, Uri url, CancellationToken cancellationToken) =>
        throttling.SendAsync(() => TrySendAsync(request, url, cancellationToken), request, cancellationToken);

    // No name may lead to another resource: each segment is escaped, and dot segments are refused.
    private Uri UrlOf(ArmRequest request)
    {
        var parts = request.Path.Split('/');
        if (parts.Skip(1).Any(part => part is "" or "." or ".."))
            throw ArmErrors.NoAddress(request);
        return new Uri(
            endpoint,
            $"{string.Join('/', parts.Select(Uri.EscapeDataString))}?api-version={Uri.EscapeDataString(request.ApiVersion ?? apiVersion)}"
        );
    }

    private async Task<ArmAnswer> TrySendAsync(ArmRequest request, Uri url, CancellationToken cancellationToken)
    {
        using var message = pipeline.CreateMessage();
        message.Request.Method = request.Method;
        message.Request.Uri.Reset(url);
        message.Request.Headers.Add(HttpHeader.Names.Accept, "application/json");
        foreach (var (name, value) in request.Headers)
            message.Request.Headers.Add(name, value);
        if (request.Body is not null)
        {
            message.Request.Headers.Add(HttpHeader.Names.ContentType, "application/json");
            message.Request.Content = RequestContent.Create(request.Body);
        }

        if (request.Once)
        {
            message.ResponseClassifier = new ArmResponseClassifier(once: true);
            SendOncePolicy.Demand(message);
        }

        try
        {
            await pipeline.SendAsync(message, cancellationToken).ConfigureAwait(false);
            return new ArmAnswer(message.Response, url);
        }
        catch (Exception exception) when (ArmErrors.TryTranslate(exception, request.Attempt, endpoint, cancellationToken) is { } translated)
        {
            throw translated;
        }
    }
}
