using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using AcrTokens.Emulator.Hosting;

namespace AcrTokens.Emulator.Control;

/// <summary>The emulator's own JSON: camel case, enums by name, time spans as <c>hh:mm:ss</c>. Unknown fields are refused.</summary>
internal static class ControlJson
{
    public static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        ReadCommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
        WriteIndented = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
    };

    private static readonly JsonDocumentOptions Lenient = new()
    {
        AllowDuplicateProperties = false,
        CommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
    };

    /// <exception cref="InvalidDataException">The text is not JSON, or not of this type. The message says where, by JSON path.</exception>
    public static T Read<T>(ReadOnlySpan<byte> text)
    {
        try
        {
            return Read<T>(WireJson.Parse(text.StartsWith(Encoding.UTF8.Preamble) ? text[Encoding.UTF8.Preamble.Length..] : text, Lenient));
        }
        catch (JsonException exception)
        {
            throw new InvalidDataException("It is not JSON: " + exception.Message, exception);
        }
    }

    /// <inheritdoc cref="Read{T}(ReadOnlySpan{byte})"/>
    public static T Read<T>(JsonNode? json)
    {
        CheckItems(json);
        try
        {
            return json.Deserialize<T>(Options) ?? throw new InvalidDataException("There is nothing in it.");
        }
        catch (JsonException exception)
        {
            throw new InvalidDataException(Why(exception), exception);
        }
    }

    /// <summary>Refuses null items of lists: the serializer checks only fields.</summary>
    private static void CheckItems(JsonNode? json)
    {
        foreach (var field in json is JsonObject named ? named.Select(field => field.Value) : [])
        {
            CheckItems(field);
        }

        foreach (var item in json as JsonArray ?? [])
        {
            CheckItems(item ?? throw new InvalidDataException($"There is a null in {json!.GetPath()}."));
        }
    }

    // The serializer's own messages name .NET types.
    private static string Why(JsonException exception) =>
        exception.Message.Contains("missing required", StringComparison.Ordinal)
            ? $"At {exception.Path} there is a field missing: {Quoted(exception.Message)}."
        : exception.Message.Contains("could not be mapped", StringComparison.Ordinal) ? $"At {exception.Path} there is a field that is not known."
        : $"The value at {exception.Path} is not of the right kind.";

    // After the colon only the names are in quotes.
    private static string Quoted(string message) =>
        string.Join(", ", message[(message.LastIndexOf(':') + 1)..].Split('\'').Where((_, index) => index % 2 == 1));
}
