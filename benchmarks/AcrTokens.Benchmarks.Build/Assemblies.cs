using Serilog;

static class Assemblies
{
    /// <summary>Logs how many assemblies the build has loaded at its end.</summary>
    public static void Tell() => Log.Information("{Count} assemblies", AppDomain.CurrentDomain.GetAssemblies().Length);
}
