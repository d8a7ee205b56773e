using Azure.Core;
using Azure.Core.Pipeline;
using Microsoft.Extensions.Logging;

namespace AcrTokens;

/// <summary>Sends requests to one Resource Manager, and to nobody else: its bearer token never leaves that host.</summary>
internal sealed class ArmPipeline
{
    private readonly HttpPipeline pipeline;
    private readonly Uri endpoint;
    private readonly string apiVersion;
    private readonly ArmThrottling throttling;

    public ArmPipeline(TokenCredential credential, AcrCloud cloud, AcrClientOptions options, Func<ILogger> logger)
    {
        options.RetryPolicy ??= new UnknownOutcomeRetryPolicy(options.Retry);
        DiscreetDiagnostics.Apply(options.Diagnostics);
        pipeline = HttpPipelineBuilder.Build(
            options, [], [new SignInPolicy(credential, cloud.Scope), new UntrustedCertificatePolicy()], new ArmResponseClassifier());
        endpoint = cloud.ResourceManagerEndpoint;
        apiVersion = options.ApiVersion;
        throttling = new ArmThrottling(options.TimeProvider, options.OperationTimeout, logger);
    }

    /// <summary>Sends it and returns whatever was answered, refusals included.</summary>
    public Task<ArmAnswer> SendAsync(ArmRequest request, CancellationToken cancellationToken) =>
        SendAsync(request, new Uri(endpoint, $"{request.Path}?api-version={request.ApiVersion ?? apiVersion}"), cancellationToken);

    /// <summary>Follows a link that the service gave, verbatim: it may be signed.</summary>
    public Task<ArmAnswer> FollowAsync(string link, ArmRequest request, CancellationToken cancellationToken) =>
        Uri.TryCreate(endpoint, link, out var url) && Uri.Compare(url, endpoint, UriComponents.SchemeAndServer, UriFormat.Unescaped, StringComparison.OrdinalIgnoreCase) == 0
            ? SendAsync(request.ToProgress(), url, cancellationToken)
            : throw ArmErrors.ForeignLink(request, endpoint);

    private Task<ArmAnswer> SendAsync(ArmRequest request, Uri url, CancellationToken cancellationToken) =>
        throttling.SendAsync(() => TrySendAsync(request, url, cancellationToken), request, cancellationToken);

    private async Task<ArmAnswer> TrySendAsync(ArmRequest request, Uri url, CancellationToken cancellationToken)
    {
        using var message = pipeline.CreateMessage();
        message.Request.Method = request.Method;
        message.Request.Uri.Reset(url);
        message.Request.Headers.Add(HttpHeader.Names.Accept, "application/json");
        if (request.Body is not null)
        {
            message.Request.Headers.Add(HttpHeader.Names.ContentType, "application/json");
            message.Request.Content = RequestContent.Create(request.Body);
        }

        if (request.Once)
            UnknownOutcomeRetryPolicy.Forbid(message);

        try
        {
            await pipeline.SendAsync(message, cancellationToken).ConfigureAwait(false);
            return new ArmAnswer(message.Response, url);
        }
        catch (Exception exception) when (ArmErrors.TryTranslate(exception, request, endpoint, cancellationToken) is { } translated)
        {
            throw translated;
        }
    }
}
