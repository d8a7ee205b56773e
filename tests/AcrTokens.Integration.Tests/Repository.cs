namespace AcrTokens.Integration.Tests;

/// <summary>Where the repository is, and what was built in it beside the tests.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    /// <summary>The sample build, as it was built with the tests: same configuration, same framework.</summary>
    public static string SampleBuild { get; } = Path.Combine(Root, "samples", "build", "bin", OutputFolder(), "build.dll");

    public static string SampleProject { get; } = Path.Combine(Root, "samples", "hello");

    private static string FindRoot()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Nuke.AcrTokens.sln")))
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("the tests run outside the repository");
        return folder;
    }

    // "Debug/net10.0"
    private static string OutputFolder()
    {
        var output = new DirectoryInfo(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar));
        return Path.Combine(output.Parent!.Name, output.Name);
    }
}
