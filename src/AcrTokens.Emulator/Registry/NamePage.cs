using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace AcrTokens.Emulator.Registry;

/// <summary>One page of a list: at most <c>n</c> items, after the one that <c>last</c> names. A <c>Link</c> leads to the next page.</summary>
internal static class NamePage
{
    /// <summary>One page of sorted names.</summary>
    public static JsonArray Of(HttpContext context, IReadOnlyList<string> names, string address) => Names(Of(context, names, name => name, address));

    /// <param name="context">The request.</param>
    /// <param name="all">The whole list.</param>
    /// <param name="nameOf">An item's name.</param>
    /// <param name="address">The list's path, for the link.</param>
    /// <param name="order">Azure's own order, empty for names; null for the distribution API, which has no other order than names.</param>
    public static IReadOnlyList<T> Of<T>(HttpContext context, IReadOnlyList<T> all, Func<T, string> nameOf, string address, string? order = null)
    {
        var query = context.Request.Query;
        var rest = After(all, nameOf, query["last"], byTime: order is "timeasc" or "timedesc");
        if (Size(query["n"]) is not { } size || size >= rest.Count)
        {
            return rest;
        }

        // A page of none has no last name that a next page could follow.
        if (size > 0)
        {
            var last = Uri.EscapeDataString(nameOf(rest[size - 1]));
            var ordered = order is null ? "" : $"&orderby={order}";
            context.Response.Headers.Link = $"<{address}?last={last}&n={size}{ordered}>; rel=\"next\"";
        }

        return [.. rest.Take(size)];
    }

    public static JsonArray Names(IEnumerable<string> names) => new([.. names.Select(name => JsonValue.Create(name))]);

    /// <summary>By name the last one need not exist any more. By time its place is known only while it does.</summary>
    private static IReadOnlyList<T> After<T>(IReadOnlyList<T> all, Func<T, string> nameOf, string? last, bool byTime) =>
        string.IsNullOrEmpty(last) ? all
        : !byTime ? [.. all.SkipWhile(item => string.CompareOrdinal(nameOf(item), last) <= 0)]
        : all.Any(item => nameOf(item) == last) ? [.. all.SkipWhile(item => nameOf(item) != last).Skip(1)]
        : all;

    private static int? Size(string? n) =>
        string.IsNullOrEmpty(n) ? null
        : int.TryParse(n, NumberStyles.None, CultureInfo.InvariantCulture, out var size) ? size
        : throw RegistryErrors.PageSizeInvalid(n);
}
