using System.Xml.Linq;

namespace AcrTokens.CodeGen.Tests;

/// <summary>
/// Writes the aliases' documentation, since Cake does not support <c>inheritdoc</c>: the client's text, and an example from the settings.
/// </summary>
internal static class CakeDocumentation
{
    public const string File = "AcrTokenAliases.g.xml";

    public static string Write(Core core) =>
        $"""
            <?xml version="1.0" encoding="utf-8"?>
            <!-- What the documentation of the aliases in AcrTokenAliases.g.cs says. Written by: {GeneratedFiles.Command} -->
            <tasks>

            {string.Join("\n\n", core.Tasks.Select(task => Entry(task, core.SettingsOf(task).Example)))}

            </tasks>

            """;

    private static string Entry(ClientTask task, string lambda)
    {
        var docs = task.Documentation.Elements().Select(e => $"    {e.ToString(SaveOptions.DisableFormatting)}");
        return $"""
              <{task.Name}>
            {string.Join('\n', docs)}
                <example>
                  <code>
            {new XText(Synchronous(task, lambda))}

            {new XText(Asynchronous(task, lambda))}
                  </code>
                </example>
              </{task.Name}>
            """;
    }

    private static string Synchronous(ClientTask task, string lambda) =>
        $"{(task.Item is null ? "" : $"var {Variable(task)} = ")}{task.Name}({lambda});";

    // The synchronous example beside it already declares its variable.
    private static string Asynchronous(ClientTask task, string lambda) =>
        task switch
        {
            { IsList: true } => $"await foreach (var each in {task.Name}Async({lambda})) {{ }}",
            { Item: "AcrTokenLease" } => $"await using var another = await {task.Name}Async({lambda});",
            _ => $"await {task.Name}Async({lambda});",
        };

    // Named after its type: token, lease, scopeMap.
    private static string Variable(ClientTask task)
    {
        var noun = task.Item!["Acr".Length..];
        if (noun.StartsWith("Token", StringComparison.Ordinal) && noun != "Token")
            noun = noun["Token".Length..];
        return $"{char.ToLowerInvariant(noun[0])}{noun[1..]}{(task.IsList ? "s" : "")}";
    }
}
