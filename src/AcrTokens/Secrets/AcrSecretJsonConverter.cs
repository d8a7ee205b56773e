using System.Text.Json;
using System.Text.Json.Serialization;

namespace AcrTokens;

/// <summary>
/// Writes an <see cref="AcrSecret"/> as <c>[REDACTED]</c> with System.Text.Json. The type's attribute applies it; it is public for source-generated
/// contexts in other assemblies.
/// </summary>
public sealed class AcrSecretJsonConverter : JsonConverter<AcrSecret>
{
    /// <summary>Not supported.</summary>
    /// <exception cref="NotSupportedException">Always, since the secret was never written.</exception>
    public override AcrSecret Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new NotSupportedException("A secret is not read from JSON: it was never written.");

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, AcrSecret value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStringValue(AcrSecret.Hidden);
    }
}
