using System.Reflection;

/// <summary>Where MSBuild built the programs that tests start.</summary>
internal static class StartedProgram
{
    /// <typeparam name="T">A type of the assembly whose project references the program.</typeparam>
    /// <param name="name">The program's assembly.</param>
    public static string PathOf<T>(string name) =>
        typeof(T).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == $"StartedProgram {name}").Value!;
}
