using System.Runtime.InteropServices;

namespace Cake.AcrTokens.Real.Tests;

/// <summary>The unmodified Cake, as the .NET tool that its users install; kept beside the tests, apart from the machine's own tools.</summary>
internal static class CakeTool
{
    public const string Version = "7.0.0";

    private static readonly string Root = Path.Combine(AppContext.BaseDirectory, $"cake.tool-{Version}");

    private static readonly Lazy<string?> Missing = new(Install);

    /// <summary>Why there is none, or null.</summary>
    public static string? WhyMissing => OperatingSystem.IsLinux() ? Missing.Value : "Linux only";

    public static string Command => Path.Combine(Root, "dotnet-cake");

    /// <summary>Where Cake's own assemblies lie.</summary>
    public static string Folder => Path.Combine(Root, ".store", "cake.tool", Version, "cake.tool", Version, "tools", "net10.0", "any");

    /// <summary>Where the tool's launcher finds the runtime that these tests run on.</summary>
    public static string DotNetRoot => Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", ".."));

    private static string? Install()
    {
        if (File.Exists(Path.Combine(Folder, "Cake.Core.dll")) && File.Exists(Command))
            return null;
        if (Directory.Exists(Root)) // an installation that was interrupted
            Directory.Delete(Root, recursive: true);

        // An attribute asks, and cannot wait otherwise.
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
