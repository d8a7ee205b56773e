using Azure.Core.Pipeline;

namespace AcrTokens.Execution;

/// <summary>Makes Azure.Core's pipelines from a client's options, with what holds for each of ours.</summary>
internal static class AcrPipelines
{
    public static HttpPipeline Build(AcrClientOptions options, params HttpPipelinePolicy[] authentication)
    {
        var own = options.Copy();
        DiscreetDiagnostics.Apply(own.Diagnostics);
        own.AddPolicy(new AnswerSizePolicy(), Azure.Core.HttpPipelinePosition.BeforeTransport);
        return HttpPipelineBuilder.Build(
            own,
            [],
            [new SendOncePolicy(), .. authentication, new UntrustedCertificatePolicy()],
            new ArmResponseClassifier()
        );
    }
}
