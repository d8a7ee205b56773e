using System.Runtime.ExceptionServices;
using Azure;
using Azure.Core;
using Azure.Core.Pipeline;

namespace AcrTokens.Execution;

/// <summary>Keeps Azure.Core from trying again what fails for a certificate that is not trusted: it takes that for a fault of the network.</summary>
internal sealed class UntrustedCertificatePolicy : HttpPipelinePolicy
{
    public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        try
        {
            await ProcessNextAsync(message, pipeline).ConfigureAwait(false);
        }
        catch (RequestFailedException failure) when (IsUntrusted(failure))
        {
            ExceptionDispatchInfo.Throw(failure.InnerException!);
        }
    }

    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        try
        {
            ProcessNext(message, pipeline);
        }
        catch (RequestFailedException failure) when (IsUntrusted(failure))
        {
            ExceptionDispatchInfo.Throw(failure.InnerException!);
        }
    }

    private static bool IsUntrusted(RequestFailedException failure) =>
        failure.InnerException is HttpRequestException && NetworkErrors.IsUntrusted(failure);
}
