using System.Text.Json;
using System.Text.Json.Serialization;

namespace AcrTokens;

/// <summary>For System.Text.Json. A secret that was written can not be read back.</summary>
internal sealed class AcrSecretJsonConverter : JsonConverter<AcrSecret>
{
    public override AcrSecret Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new NotSupportedException("A secret is not read from JSON: it was never written.");

    public override void Write(Utf8JsonWriter writer, AcrSecret value, JsonSerializerOptions options) => writer.WriteStringValue(AcrSecret.Hidden);
}
