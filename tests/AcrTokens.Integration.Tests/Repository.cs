namespace AcrTokens.Integration.Tests;

/// <summary>What was built in the repository beside the tests.</summary>
internal static class Repository
{
    /// <summary>The sample build, as it was built with the tests: same configuration, same framework.</summary>
    public static string SampleBuild { get; } = Path.Combine(RepositoryRoot.Path, "samples", "build", "bin", OutputFolder(), "build.dll");

    public static string SampleProject { get; } = Path.Combine(RepositoryRoot.Path, "samples", "hello");

    // "Debug/net10.0"
    private static string OutputFolder()
    {
        var output = new DirectoryInfo(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar));
        return Path.Combine(output.Parent!.Name, output.Name);
    }
}
