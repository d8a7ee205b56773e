using Azure.Core;

namespace AcrTokens;

/// <summary>
/// What is worth another try: what Azure.Core takes for that, and a conflict. Resource Manager answers 409 while something
/// else changes the resource, and has done nothing then.
/// </summary>
internal sealed class ArmResponseClassifier : ResponseClassifier
{
    public override bool IsRetriableResponse(HttpMessage message) =>
        base.IsRetriableResponse(message) || (message.Response.Status == 409 && message.Request.Method != RequestMethod.Post);
}
