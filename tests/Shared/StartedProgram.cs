using System.Reflection;

/// <summary>Finds the programs that tests start, where MSBuild built them.</summary>
internal static class StartedProgram
{
    /// <typeparam name="T">A type of the assembly whose project references the program.</typeparam>
    /// <param name="name">The program's assembly.</param>
    public static string PathOf<T>(string name) =>
        typeof(T).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == $"StartedProgram {name}").Value!;
}
