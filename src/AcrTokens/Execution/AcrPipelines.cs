using Azure.Core.Pipeline;

namespace AcrTokens.Execution;

/// <summary>Creates Azure.Core pipelines from a client's options, with the policies that all of them share.</summary>
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
