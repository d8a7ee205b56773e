using System.Globalization;

namespace AcrTokens.Tool.Output;

/// <summary>A column of a table and of tab-separated values.</summary>
internal sealed record Column<T>(string Head, Func<T, string?> Value);

/// <summary>Formats values for columns.</summary>
internal static class Cell
{
    /// <summary>A time to the second, as in <c>az</c>'s tables.</summary>
    public static string? Of(DateTimeOffset? time) => time?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    public static string Of(int number) => number.ToString(CultureInfo.InvariantCulture);

    public static string Of(bool value) => value ? "True" : "False";
}
