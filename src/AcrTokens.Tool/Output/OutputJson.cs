using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using AcrTokens.Tool.Resources;

namespace AcrTokens.Tool.Output;

/// <summary>How the tool writes JSON, without reflection.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true, NewLine = "\n")]
[JsonSerializable(typeof(IReadOnlyList<TokenView>))]
[JsonSerializable(typeof(IReadOnlyList<ScopeMapView>))]
[JsonSerializable(typeof(RegistryView))]
[JsonSerializable(typeof(SentToken))]
[JsonSerializable(typeof(GeneratedView))]
[JsonSerializable(typeof(AdminCredentialView))]
[JsonSerializable(typeof(MintedView))]
[JsonSerializable(typeof(SweepView))]
[JsonSerializable(typeof(PreflightView))]
internal sealed partial class OutputJson : JsonSerializerContext
{
    /// <summary>Writes names and signs of all languages as they are: nothing here goes into a web page.</summary>
    public static OutputJson Plain => Instance.Value;

    private static class Instance
    {
        public static readonly OutputJson Value = new(
            new JsonSerializerOptions(Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, TypeInfoResolver = null }
        );
    }
}
