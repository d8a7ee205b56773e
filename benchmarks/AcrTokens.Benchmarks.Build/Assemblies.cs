using Serilog;

static class Assemblies
{
    /// <summary>How many the build has loaded when it is done.</summary>
    public static void Tell() => Log.Information("{Count} assemblies", AppDomain.CurrentDomain.GetAssemblies().Length);
}
