using Azure.Core;
using Azure.Core.Pipeline;

namespace AcrTokens.AzureSdk;

/// <summary>
/// Sends through a whole pipeline. It suppresses the pipeline's retries if a retry could act twice, and keeps retrying where they would give up.
/// </summary>
internal class RelayTransport(HttpPipeline pipeline, AcrThrottling throttling) : HttpPipelineTransport
{
    public override Request CreateRequest() => pipeline.CreateRequest();

    public override void Process(HttpMessage message) => throw new NotSupportedException("The executor sends asynchronously only.");

    public override async ValueTask ProcessAsync(HttpMessage message)
    {
        message.ResponseClassifier = new SendOnceClassifier(pipeline.ResponseClassifier);
        var start = throttling.Start();
        for (var refusals = 1; ; refusals++)
        {
            await pipeline.SendAsync(message, message.CancellationToken).ConfigureAwait(false);
            var mayHaveActed = message.Request.Method == RequestMethod.Post && message.Response.Status != 429;
            if (
                mayHaveActed
                || !await throttling
                    .WaitAsync(Describe(message.Request), message.Response, refusals, start, message.CancellationToken)
                    .ConfigureAwait(false)
            )
                return;
        }
    }

    private static string Describe(Request request) => $"{request.Method} {request.Uri.Path}";
}
