namespace AcrTokens.Integration.Tests;

/// <summary>Programs of the repository that were built with the tests.</summary>
internal static class Repository
{
    /// <summary>The path of the sample build, built with the tests.</summary>
    public static string SampleBuild { get; } = StartedProgram.PathOf<ChildProcess>("build");

    public static string SampleProject { get; } = Path.Combine(RepositoryRoot.Path, "samples", "hello");
}
