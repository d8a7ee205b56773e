using YamlDotNet.RepresentationModel;

namespace AcrTokens.Tool.Tests.HandingOn;

internal static class YamlReading
{
    public static YamlNode? Find(this YamlMappingNode node, string key) =>
        node.Children.TryGetValue(new YamlScalarNode(key), out var found) ? found : null;

    public static YamlMappingNode Mapping(this YamlMappingNode node, string key) => (YamlMappingNode)node.Find(key)!;

    /// <summary>The entries that are mappings themselves.</summary>
    public static IEnumerable<(string Name, YamlMappingNode Node)> Entries(this YamlMappingNode node) =>
        node.Children.Where(pair => pair.Value is YamlMappingNode).Select(pair => (((YamlScalarNode)pair.Key).Value!, (YamlMappingNode)pair.Value));

    public static IEnumerable<YamlMappingNode> Mappings(this YamlMappingNode node, string key) =>
        ((YamlSequenceNode)node.Find(key)!).OfType<YamlMappingNode>();

    public static string Text(this YamlMappingNode node, string key) => ((YamlScalarNode?)node.Find(key))?.Value ?? "";

    public static IEnumerable<string> Texts(this YamlMappingNode node, string key) =>
        ((YamlSequenceNode)node.Find(key)!).Select(item => ((YamlScalarNode)item).Value!);

    public static IEnumerable<(string Name, string Value)> TextPairs(this YamlMappingNode node) =>
        node.Children.Select(pair => (((YamlScalarNode)pair.Key).Value!, ((YamlScalarNode)pair.Value).Value!));
}
