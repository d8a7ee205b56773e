using YamlDotNet.RepresentationModel;

namespace AcrTokens.Documentation.Tests.Pipelines;

internal static class Yaml
{
    public static YamlMappingNode Parse(string text)
    {
        var yaml = new YamlStream();
        yaml.Load(new StringReader(text));
        return (YamlMappingNode)yaml.Documents.Single().RootNode;
    }

    public static YamlNode? At(this YamlNode? node, string key) =>
        node is YamlMappingNode mapping && mapping.Children.TryGetValue(new YamlScalarNode(key), out var found) ? found : null;

    public static string Text(this YamlNode? node) => (node as YamlScalarNode)?.Value ?? "";

    public static IEnumerable<YamlNode> Items(this YamlNode? node) => (node as YamlSequenceNode)?.Children ?? [];

    /// <summary>Every text in it that is not a key.</summary>
    public static IEnumerable<string> Texts(this YamlNode? node) =>
        node switch
        {
            YamlScalarNode scalar => [scalar.Value ?? ""],
            YamlSequenceNode sequence => sequence.Children.SelectMany(Texts),
            YamlMappingNode mapping => mapping.Children.Values.SelectMany(Texts),
            _ => [],
        };
}
