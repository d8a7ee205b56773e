using System.Text.Json.Nodes;

namespace Azure.ResourceManager.ContainerRegistry;

/// <summary>A model that reads and writes its own JSON. In the SDK all models do; here only those whose JSON is used.</summary>
internal interface IWireModel<T> : IJsonModel<T>
{
    JsonObject ToJson();

    T Read(JsonElement json);

    void IJsonModel<T>.Write(Utf8JsonWriter writer, ModelReaderWriterOptions options) => ToJson().WriteTo(writer);

    BinaryData IPersistableModel<T>.Write(ModelReaderWriterOptions options) => BinaryData.FromString(ToJson().ToJsonString());

    T IJsonModel<T>.Create(ref Utf8JsonReader reader, ModelReaderWriterOptions options)
    {
        using var json = JsonDocument.ParseValue(ref reader);
        return Read(json.RootElement);
    }

    T IPersistableModel<T>.Create(BinaryData data, ModelReaderWriterOptions options)
    {
        using var json = JsonDocument.Parse(data);
        return Read(json.RootElement);
    }

    string IPersistableModel<T>.GetFormatFromOptions(ModelReaderWriterOptions options) => "J";
}
