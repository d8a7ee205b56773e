using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using AcrTokens.Tool.CommandLine;

namespace AcrTokens.Tool.Output;

/// <summary>Prints one type of result as JSON or in columns.</summary>
internal sealed class Layout<T>(JsonTypeInfo<T> json, params Column<T>[] columns)
{
    /// <summary>Prints a list.</summary>
    public JsonTypeInfo<IReadOnlyList<T>>? JsonOfMany { get; init; }

    public void Print(TextWriter output, OutputFormat format, T item)
    {
        if (format == OutputFormat.Json)
            output.WriteLine(JsonSerializer.Serialize(item, json));
        else
            Print(output, format, Rows([item]));
    }

    public void PrintAll(TextWriter output, OutputFormat format, IReadOnlyList<T> items)
    {
        if (format == OutputFormat.Json)
            output.WriteLine(JsonSerializer.Serialize(items, JsonOfMany!));
        else
            Print(output, format, Rows(items));
    }

    private void Print(TextWriter output, OutputFormat format, IReadOnlyList<string[]> rows)
    {
        if (format == OutputFormat.Tsv)
            Tsv.Write(output, rows);
        else
            Table.Write(output, [.. columns.Select(column => column.Head)], rows);
    }

    private List<string[]> Rows(IReadOnlyList<T> items) => [.. items.Select(item => columns.Select(column => column.Value(item) ?? "").ToArray())];
}
