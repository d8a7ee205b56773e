using System.Runtime.InteropServices;

namespace Cake.AcrTokens.Real.Tests;

/// <summary>The unmodified Cake, as the .NET tool that its users install. It is kept beside the tests, apart from the machine's own tools.</summary>
internal static class CakeTool
{
    public const string Version = "7.0.0";

    private static readonly string Root = Path.Combine(AppContext.BaseDirectory, $"cake.tool-{Version}");

    private static readonly Lazy<string?> Missing = new(Install);

    /// <summary>The reason why the tool is missing; null if it is not.</summary>
    public static string? WhyMissing =>
        OperatingSystem.IsLinux() ? Missing.Value : "Linux only: Cake is started by setsid, and its launcher has another name elsewhere";

    public static string Command => Path.Combine(Root, "dotnet-cake");

    /// <summary>The folder of Cake's own assemblies.</summary>
    public static string Folder => Path.Combine(Root, ".store", "cake.tool", Version, "cake.tool", Version, "tools", "net10.0", "any");

    /// <summary>The root of the runtime that these tests run on, for the tool's launcher.</summary>
    public static string DotNetRoot => Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", ".."));

    private static string? Install()
    {
        if (File.Exists(Path.Combine(Folder, "Cake.Core.dll")) && File.Exists(Command))
            return null;
        if (Directory.Exists(Root)) // an interrupted installation
            Directory.Delete(Root, recursive: true);

        // An attribute calls this, and cannot await.
        var install = Task.Run(() =>
                Tests.Command.RunAsync(
                    "dotnet",
                    ["tool", "install", "cake.tool", "--version", Version, "--tool-path", Root],
                    AppContext.BaseDirectory
                )
            )
            .GetAwaiter()
            .GetResult();
        return install.ExitCode == 0 ? null : $"cake.tool {Version} cannot be had: {install.Output.Trim().Split('\n')[0]}";
    }
}
