using System.Globalization;

namespace AcrTokens.Tool.Output;

/// <summary>A column of a table, and of its lines between tabs.</summary>
internal sealed record Column<T>(string Head, Func<T, string?> Value);

/// <summary>How values look in a column.</summary>
internal static class Cell
{
    /// <summary>To the second, as <c>az</c> has it in its tables.</summary>
    public static string? Of(DateTimeOffset? time) => time?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    public static string Of(int number) => number.ToString(CultureInfo.InvariantCulture);

    public static string Of(bool value) => value ? "True" : "False";
}
