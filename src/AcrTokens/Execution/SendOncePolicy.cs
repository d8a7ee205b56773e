using System.Runtime.ExceptionServices;
using Azure;
using Azure.Core;
using Azure.Core.Pipeline;

namespace AcrTokens.Execution;

/// <summary>
/// Sends a request that must not act twice only once, whatever retry policy a build has added: each retry gets the first outcome again.
/// </summary>
internal sealed class SendOncePolicy : HttpPipelinePolicy
{
    public static void Demand(HttpMessage message) => message.SetProperty(typeof(SendOncePolicy), new Outcome());

    public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        if (!message.TryGetProperty(typeof(SendOncePolicy), out var property) || property is not Outcome outcome)
        {
            await ProcessNextAsync(message, pipeline).ConfigureAwait(false);
            return;
        }

        if (!outcome.IsBegun)
        {
            outcome.IsBegun = true;
            try
            {
                await ProcessNextAsync(message, pipeline).ConfigureAwait(false);
                outcome.Response = message.Response;
            }
            catch (Exception failure)
            {
                outcome.Failure = ExceptionDispatchInfo.Capture(failure);
                throw;
            }
        }

        outcome.Failure?.Throw();
        message.Response = outcome.Response!;
    }

    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) =>
        throw new NotSupportedException("The executor asks asynchronously alone.");

    private sealed class Outcome
    {
        public bool IsBegun { get; set; }

        public Response? Response { get; set; }

        public ExceptionDispatchInfo? Failure { get; set; }
    }
}
