namespace Azure.ResourceManager.ContainerRegistry;

/// <summary>What every call to Azure ends in here.</summary>
internal static class CompileContract
{
    public static Exception Only() => new NotSupportedException("compile contract only");
}
