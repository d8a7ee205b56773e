/// <summary>The error of every call to a stand-in that only compiles.</summary>
internal static class CompileContract
{
    public static Exception Only() => new NotSupportedException("compile contract only");
}
