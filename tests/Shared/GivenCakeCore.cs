using System.Reflection;

/// <summary>The Cake.Core.dll that replaces the package's in this build, if any. Projects that tests build use it too.</summary>
internal static class GivenCakeCore
{
    /// <summary>The options for a command line of dotnet.</summary>
    public static string[] Options { get; } =
    [
        .. typeof(GivenCakeCore)
            .Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .Where(data => data.Key == "CakeCorePath")
            .Select(data => $"-p:CakeCorePath={data.Value}"),
    ];
}
