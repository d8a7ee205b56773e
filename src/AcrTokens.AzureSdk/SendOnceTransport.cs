using Azure.Core;
using Azure.Core.Pipeline;

namespace AcrTokens.AzureSdk;

/// <summary>Sends through a whole pipeline, whose retries it holds back.</summary>
internal sealed class SendOnceTransport(HttpPipeline pipeline) : HttpPipelineTransport
{
    public override Request CreateRequest() => pipeline.CreateRequest();

    public override void Process(HttpMessage message)
    {
        HoldBack(message);
        pipeline.Send(message, message.CancellationToken);
    }

    public override async ValueTask ProcessAsync(HttpMessage message)
    {
        HoldBack(message);
        await pipeline.SendAsync(message, message.CancellationToken).ConfigureAwait(false);
    }

    private void HoldBack(HttpMessage message) => message.ResponseClassifier = new SendOnceClassifier(pipeline.ResponseClassifier);
}
