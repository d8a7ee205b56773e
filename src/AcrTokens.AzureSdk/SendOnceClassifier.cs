using Azure.Core;

namespace AcrTokens.AzureSdk;

/// <summary>A POST is worth no other try: it could act twice. Nor is a 429, which is waited out by somebody with more patience. For anything else another classifier decides.</summary>
internal sealed class SendOnceClassifier(ResponseClassifier others) : ResponseClassifier
{
    public override bool IsErrorResponse(HttpMessage message) => others.IsErrorResponse(message);

    public override bool IsRetriableResponse(HttpMessage message) =>
        message.Request.Method != RequestMethod.Post && message.Response.Status != 429 && others.IsRetriableResponse(message);

    public override bool IsRetriableException(Exception exception) => others.IsRetriableException(exception);

    public override bool IsRetriable(HttpMessage message, Exception exception) =>
        message.Request.Method != RequestMethod.Post && others.IsRetriable(message, exception);
}
