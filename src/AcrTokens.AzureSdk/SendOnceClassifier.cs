using Azure.Core;

namespace AcrTokens.AzureSdk;

/// <summary>
/// Prevents retries of a POST, which could act twice, and of requests that <see cref="AcrThrottling"/> handles. For all others another
/// classifier decides.
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
