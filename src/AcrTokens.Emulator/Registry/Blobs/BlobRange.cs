using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Headers;

namespace AcrTokens.Emulator.Registry.Blobs;

/// <summary>The part of a blob that a request's <c>Range</c> names.</summary>
internal readonly record struct BlobRange(long Start, long Count)
{
    /// <summary>Reads the range. A header that is not one range of bytes counts as none, as RFC 9110 allows.</summary>
    /// <returns>The range; null for none.</returns>
    public static BlobRange? Of(HttpRequest request, long length)
    {
        if (new RequestHeaders(request.Headers).Range is not { Ranges.Count: 1 } header || header.Unit != "bytes")
        {
            return null;
        }

        var range = header.Ranges.Single();
        var (start, end) = (range.From, range.To) switch
        {
            ({ } from, var to) => (from, Math.Min(to ?? long.MaxValue, length - 1)),
            (null, var last) => (Math.Max(0, length - last!.Value), length - 1),
        };
        return start <= end ? new BlobRange(start, end - start + 1) : throw Unsatisfiable(request, length);
    }

    private static RegistryException Unsatisfiable(HttpRequest request, long length)
    {
        request.HttpContext.Response.Headers.ContentRange = $"bytes */{length}";
        return RegistryErrors.RangeInvalid(length);
    }
}
