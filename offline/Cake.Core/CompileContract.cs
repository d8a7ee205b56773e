namespace Cake;

/// <summary>What every call to Cake ends in here.</summary>
internal static class CompileContract
{
    public static Exception Only() => new NotSupportedException("compile contract only");
}
