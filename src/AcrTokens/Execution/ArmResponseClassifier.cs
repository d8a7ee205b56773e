using Azure.Core;

namespace AcrTokens.Execution;

/// <summary>
/// Decides what Azure.Core retries: its defaults, and a conflict. Resource Manager responds with 409 while another change is under way, and has done
/// nothing then; a lock's conflict is not retried. <see cref="AcrThrottling"/> has its own retries, since Azure.Core would give up too early for
/// builds that share a budget. A request that must not act twice is never retried.
/// </summary>
internal sealed class ArmResponseClassifier(bool once = false) : ResponseClassifier
{
    public override bool IsRetriableResponse(HttpMessage message) =>
        !once
        && !AcrThrottling.WaitsOut(message.Response)
        && message.Response.Status switch
        {
            409 => message.Request.Method != RequestMethod.Post && !AcrException.IsLastingCode(new ArmAnswer(message.Response).Error?.Code),
            _ => base.IsRetriableResponse(message),
        };

    public override bool IsRetriableException(Exception exception) => !once && base.IsRetriableException(exception);

    public override bool IsRetriable(HttpMessage message, Exception exception) => !once && base.IsRetriable(message, exception);
}
