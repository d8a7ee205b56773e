using System.Runtime.ExceptionServices;
using Azure;
using Azure.Core;
using Azure.Core.Pipeline;

namespace AcrTokens.Execution;

/// <summary>Keeps Azure.Core from retrying after an untrusted certificate, which it treats as a network failure.</summary>
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
