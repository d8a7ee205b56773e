namespace AcrTokens.Integration.Tests;

/// <summary>What was built in the repository beside the tests.</summary>
internal static class Repository
{
    /// <summary>The sample build, as it was built with the tests.</summary>
    public static string SampleBuild { get; } = StartedProgram.PathOf<ChildProcess>("build");

    public static string SampleProject { get; } = Path.Combine(RepositoryRoot.Path, "samples", "hello");
}
