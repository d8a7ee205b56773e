using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using AcrTokens.Tool.Resources;

namespace AcrTokens.Tool.Output;

/// <summary>Writes JSON without reflection.</summary>
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
    /// <summary>Does not escape non-ASCII characters: the output is not for web pages.</summary>
    public static OutputJson Plain => Instance.Value;

    private static class Instance
    {
        public static readonly OutputJson Value = new(
            new JsonSerializerOptions(Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, TypeInfoResolver = null }
        );
    }
}
