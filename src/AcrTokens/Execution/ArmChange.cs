using System.Text.Json;
using Azure.Core;

namespace AcrTokens.Execution;

/// <summary>A PUT or PATCH of one resource.</summary>
/// <param name="Method">PUT creates, PATCH updates.</param>
/// <param name="Id">The resource's id.</param>
/// <param name="Body">The JSON to send.</param>
/// <param name="Read">Reads the resource from the answer.</param>
/// <param name="Finished">The same resource once the service has finished, which the first answer may not show.</param>
internal sealed record ArmChange<T>(RequestMethod Method, ResourceIdentifier Id, BinaryData Body, Func<JsonElement, T> Read, Func<T, T> Finished)
    where T : class
{
    public ArmRequest ToRequest() => new(Method, Id.ToString(), new Attempt(Method == RequestMethod.Put ? "create" : "update", Id)) { Body = Body };
}
