using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace AcrTokens.Emulator.Registry;

/// <summary>One page of a sorted list of names: at most <c>n</c> of them, after <c>last</c>. A <c>Link</c> leads to the next page.</summary>
internal static class NamePage
{
    public static IReadOnlyList<string> Of(HttpContext context, IReadOnlyList<string> all, string path)
    {
        var query = context.Request.Query;
        string? last = query["last"];
        IReadOnlyList<string> rest = last is null ? all : [.. all.SkipWhile(name => string.CompareOrdinal(name, last) <= 0)];
        if (Size(query["n"]) is not { } size || size >= rest.Count)
        {
            return rest;
        }

        // A page of none has no last name that a next page could follow.
        if (size > 0)
        {
            context.Response.Headers.Link = $"<{path}?last={Uri.EscapeDataString(rest[size - 1])}&n={size}>; rel=\"next\"";
        }

        return [.. rest.Take(size)];
    }

    private static int? Size(string? n) =>
        string.IsNullOrEmpty(n) ? null
        : int.TryParse(n, NumberStyles.None, CultureInfo.InvariantCulture, out var size) ? size
        : throw RegistryErrors.PageSizeInvalid(n);
}
