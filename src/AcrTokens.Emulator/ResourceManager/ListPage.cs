using System.Globalization;
using System.Text.Json.Nodes;
using AcrTokens.Emulator.State;
using Microsoft.AspNetCore.Http;

namespace AcrTokens.Emulator.ResourceManager;

/// <summary>
/// One page of a list. The last page has no <c>nextLink</c>, as recorded. How the service encodes the position in the list is not known.
/// </summary>
internal static class ListPage
{
    private const string Parameter = "$skiptoken";

    public static ArmReply Of<T>(ArmCall request, ResourceStore<T> store, int size, Func<T, JsonObject> body)
        where T : class
    {
        var (items, next) = store.Page(After(request.Context.Request), size);
        return Answer(request, items.Select(body), next);
    }

    /// <summary>A page of a list that never changes, counted from 1.</summary>
    public static ArmReply Of<T>(ArmCall request, IReadOnlyList<T> items, int size, Func<T, JsonObject> body)
    {
        var after = (int)Math.Min(After(request.Context.Request), items.Count);
        return Answer(request, items.Skip(after).Take(size).Select(body), after + size < items.Count ? after + size : null);
    }

    private static ArmReply Answer(ArmCall request, IEnumerable<JsonObject> items, long? next)
    {
        var page = new JsonObject { ["value"] = new JsonArray([.. items]) };
        if (next is not null)
        {
            page["nextLink"] = NextLink(request.Context.Request, next.Value);
        }

        return ArmReply.Ok(page);
    }

    private static string NextLink(HttpRequest request, long next)
    {
        var query = request.Query.Where(p => p.Key != Parameter).Append(new(Parameter, next.ToString(CultureInfo.InvariantCulture)));
        return $"{request.Scheme}://{request.Host}{request.Path}{QueryString.Create(query)}";
    }

    private static long After(HttpRequest request) =>
        request.Query[Parameter] switch
        {
            [] => 0,
            [var only] when long.TryParse(only, NumberStyles.None, CultureInfo.InvariantCulture, out var after) => after,
            _ => throw ArmRefusals.InvalidSkipToken(),
        };
}
