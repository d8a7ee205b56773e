using Microsoft.AspNetCore.Http;

namespace AcrTokens.Emulator.Faults;

/// <summary>Metadata of an endpoint: which operation a request is. Where one endpoint serves several, the request decides.</summary>
internal sealed class OperationName(Func<HttpContext, string> read)
{
    public OperationName(string name)
        : this(_ => name) { }

    public static string Of(HttpContext context) =>
        context.GetEndpoint()?.Metadata.GetMetadata<OperationName>()?.Read(context) ?? OperationNames.NotEmulated;

    private string Read(HttpContext context) => read(context);
}
