/// <summary>What every call to the real package ends in, where a stand-in only compiles.</summary>
internal static class CompileContract
{
    public static Exception Only() => new NotSupportedException("compile contract only");
}
