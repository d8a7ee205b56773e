using System.Text.Json;
using System.Text.Json.Nodes;

namespace AcrTokens;

/// <summary>
/// The kinds of docker's settings. A setting of another kind makes docker's client ignore the whole file, the lease's login included.
/// </summary>
internal static class DockerShape
{
    private static readonly string[] Texts =
    [
        "currentContext",
        "detachKeys",
        "experimental",
        "psFormat",
        "imagesFormat",
        "networksFormat",
        "pluginsFormat",
        "volumesFormat",
        "statsFormat",
        "serviceInspectFormat",
        "servicesFormat",
        "tasksFormat",
        "secretFormat",
        "configFormat",
        "nodesFormat",
    ];

    private static readonly string[] Lists = ["cliPluginsExtraDirs", "pruneFilters"];
    private static readonly string[] TextsByName = ["HttpHeaders", "features", "aliases"];
    private static readonly string[] TextsByNameByName = ["proxies", "plugins"];

    /// <exception cref="FormatException">A setting has another kind. The message names it, without its value.</exception>
    public static JsonObject Check(JsonObject config)
    {
        Require(Texts, IsText, "a text");
        Require(Lists, node => node is JsonArray list && list.All(IsText), "a list of texts");
        Require(TextsByName, IsTextByName, "an object of texts");
        Require(
            TextsByNameByName,
            node => node is JsonObject members && members.All(member => member.Value is null || IsTextByName(member.Value)),
            "an object of objects of texts"
        );
        return config;

        void Require(string[] names, Func<JsonNode, bool> isRight, string kind)
        {
            if (names.FirstOrDefault(name => config.Members(name).Any(node => !isRight(node))) is { } wrong)
                throw new FormatException($"'{wrong}' is not {kind}");
        }
    }

    private static bool IsTextByName(JsonNode node) => node is JsonObject members && members.All(member => IsText(member.Value));

    private static bool IsText(JsonNode? node) => node is null || node.GetValueKind() == JsonValueKind.String;
}
