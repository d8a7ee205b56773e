using Microsoft.AspNetCore.Http;

namespace AcrTokens.Emulator.Faults;

/// <summary>Endpoint metadata: the operation of a request. If one endpoint serves several operations, the request decides.</summary>
internal sealed class OperationName(Func<HttpContext, string> read)
{
    public OperationName(string name)
        : this(_ => name) { }

    public static string Of(HttpContext context) =>
        context.GetEndpoint()?.Metadata.GetMetadata<OperationName>()?.Read(context) ?? OperationNames.NotEmulated;

    private string Read(HttpContext context) => read(context);
}
