using Azure.Core;

namespace AcrTokens.AzureSdk;

/// <summary>
/// A POST is worth no other try: it could act twice. Nor is what <see cref="AcrThrottling"/> waits out. For anything else another classifier decides.
/// </summary>
internal sealed class SendOnceClassifier(ResponseClassifier others) : ResponseClassifier
{
    public override bool IsErrorResponse(HttpMessage message) => others.IsErrorResponse(message);

    public override bool IsRetriableResponse(HttpMessage message) =>
        message.Request.Method != RequestMethod.Post && !AcrThrottling.WaitsOut(message.Response) && others.IsRetriableResponse(message);

    public override bool IsRetriableException(Exception exception) => others.IsRetriableException(exception);

    public override bool IsRetriable(HttpMessage message, Exception exception) =>
        message.Request.Method != RequestMethod.Post && others.IsRetriable(message, exception);
}
