using System.Text.Json.Nodes;

namespace AcrTokens.Integration.Tests;

/// <summary>The packages for Node.js that npm installs beside the scripts.</summary>
internal static class NodePackages
{
    private const string Sources = "tests/AcrTokens.Integration.Tests/Emulator/node";

    private static string Folder { get; } = Path.Combine([RepositoryRoot.Path, .. Sources.Split('/')]);

    /// <summary>Says what is missing; null if nothing is.</summary>
    public static string? WhatIsMissing(string package) =>
        InstalledTools.WhatIsMissing(["node"])
        ?? (Directory.Exists(Path.Combine([Folder, "node_modules", .. package.Split('/')])) ? null : $"not installed: npm install in {Sources}");

    /// <summary>Runs a script that must succeed. Returns the JSON on its last line.</summary>
    public static async Task<JsonNode> RunAsync(string script, EmulatorForClients emulator, params (string Name, string Value)[] variables)
    {
        var environment = emulator.Environment;
        environment["NODE_PROOF_FOLDER"] = Folder;
        environment["NODE_NO_WARNINGS"] = "1";
        foreach (var (name, value) in variables)
            environment[name] = value;

        var ended = await ChildProcess.RunAsync("node", [Path.Combine(AppContext.BaseDirectory, "Emulator", "node", script)], environment);
        ended.ExitCode.ShouldBe(0, ended.Output);
        return JsonNode.Parse(ended.Output.Trim().Split('\n')[^1])!;
    }
}

/// <summary>A fact about a package for Node.js. Skipped, with the reason, if it is not installed.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class NodeFactAttribute : FactAttribute
{
    public NodeFactAttribute(string package) => Skip = NodePackages.WhatIsMissing(Package = package);

    public string Package { get; }
}
