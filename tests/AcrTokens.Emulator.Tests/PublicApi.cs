using System.Reflection;

namespace AcrTokens.Emulator.Tests;

public class PublicApi
{
    /// <summary>A change here is a change for every user; records' generated members are left out.</summary>
    private const string Verified = """
        AcrEmulator
          System.String AccessToken { get; }
          System.String BaseImage { get; }
          System.String CertificatePem { get; }
          System.Net.Http.HttpMessageHandler CreateHandler()
          System.Threading.Tasks.ValueTask DisposeAsync()
          System.String LoginServer { get; }
          System.Uri RegistryEndpoint { get; }
          System.Collections.Generic.IReadOnlyList`1[AcrTokens.Emulator.EmulatorRequest] Requests { get; }
          System.Uri ResourceManagerEndpoint { get; }
          System.Threading.Tasks.Task`1[AcrTokens.Emulator.AcrEmulator] StartAsync(AcrTokens.Emulator.AcrEmulatorOptions, System.Threading.CancellationToken)
          System.Threading.Tasks.Task`1[AcrTokens.Emulator.AcrEmulator] StartInProcessAsync(AcrTokens.Emulator.AcrEmulatorOptions, System.Threading.CancellationToken)
          System.Collections.Generic.IReadOnlyList`1[AcrTokens.Emulator.EmulatorToken] Tokens { get; }
        AcrEmulatorOptions
          Boolean AdminUserEnabled { get; set; }
          System.TimeSpan CreationDelay { get; set; }
          System.String Location { get; set; }
          System.String RegistryName { get; set; }
          Int32 RegistryPort { get; set; }
          System.String ResourceGroupName { get; set; }
          Int32 ResourceManagerPort { get; set; }
          Boolean SendRetryAfter { get; set; }
          Boolean SignPollAddresses { get; set; }
          System.String SubscriptionId { get; set; }
          System.TimeProvider TimeProvider { get; set; }
        EmulatorRequest
          System.String Body { get; set; }
          System.String ClientRequestId { get; set; }
          System.String Method { get; set; }
          System.String Path { get; set; }
          System.String Query { get; set; }
          Int32 Status { get; set; }
        EmulatorToken
          Boolean Enabled { get; set; }
          System.Nullable`1[System.DateTimeOffset] ExpiresOn { get; set; }
          Boolean HasUsablePassword { get; set; }
          System.String Name { get; set; }
        """;

    private static readonly HashSet<string> Generated = ["ToString", "Equals", "GetHashCode", "<Clone>$", "Deconstruct"];

    [Fact]
    public void Public_api_is_as_verified() =>
        typeof(AcrEmulator).Assembly.GetExportedTypes().OrderBy(type => type.Name, StringComparer.Ordinal).SelectMany(Describe)
            .ShouldBe(Verified.Split('\n'));

    private static IEnumerable<string> Describe(Type type) => type
        .GetMembers(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly)
        .OrderBy(member => member.Name, StringComparer.OrdinalIgnoreCase)
        .Select(Describe)
        .OfType<string>()
        .Select(line => "  " + line)
        .Prepend(type.Name);

    private static string? Describe(MemberInfo member) => member switch
    {
        PropertyInfo property => $"{property} {{ get; {(property.CanWrite ? "set; " : "")}}}",
        MethodInfo { IsSpecialName: false } method when !Generated.Contains(method.Name) =>
            $"{method.ReturnType} {method.Name}({string.Join(", ", method.GetParameters().Select(parameter => parameter.ParameterType))})",
        _ => null,
    };
}
