using Azure.Core;

namespace AcrTokens.Execution;

/// <summary>
/// What is worth another try by Azure.Core: what it takes for that, and a conflict. Resource Manager answers 409 while something
/// else changes the resource, and has done nothing then; one by a lock does not pass. What <see cref="AcrThrottling"/> waits out is not
/// for Azure.Core, which would give up after a few tries where builds that share a budget need more patience. A request that must not act twice is
/// worth none.
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
