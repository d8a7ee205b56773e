using Azure.Core;

namespace AcrTokens;

/// <summary>
/// What is worth another try: what Azure.Core takes for that, and a conflict. Resource Manager answers 409 while something
/// else changes the resource, and has done nothing then; one by a lock does not pass. A 429 is <see cref="ArmThrottling"/>'s: Azure.Core would give up after
/// a few tries, and builds that share a budget need more patience than that.
/// </summary>
internal sealed class ArmResponseClassifier : ResponseClassifier
{
    public override bool IsRetriableResponse(HttpMessage message) =>
        message.Response.Status switch
        {
            429 => false,
            409 => message.Request.Method != RequestMethod.Post && !AcrException.IsLastingCode(new ArmAnswer(message.Response).Error?.Code),
            _ => base.IsRetriableResponse(message),
        };
}
