namespace AcrTokens.Integration.Tests;

/// <summary>A fact about the native program, which takes a minute to publish. Skipped if it is not published.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class NativeFactAttribute : FactAttribute
{
    public NativeFactAttribute() =>
        Skip = File.Exists(Program) ? null : "not published: dotnet publish tests/AcrTokens.Native -p:Native=true -o artifacts/native";

    public static string Program { get; } =
        Path.Combine(RepositoryRoot.Path, "artifacts", "native", OperatingSystem.IsWindows() ? "AcrTokens.Native.exe" : "AcrTokens.Native");
}
