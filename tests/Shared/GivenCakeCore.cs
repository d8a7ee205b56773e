using System.Reflection;

/// <summary>The Cake.Core.dll that the build was given in the place of the package's, where it was: what a test builds takes it too.</summary>
internal static class GivenCakeCore
{
    /// <summary>For a command line of dotnet's.</summary>
    public static string[] Options { get; } =
    [
        .. typeof(GivenCakeCore)
            .Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .Where(data => data.Key == "CakeCorePath")
            .Select(data => $"-p:CakeCorePath={data.Value}"),
    ];
}
