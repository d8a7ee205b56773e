using AcrTokens.Emulator;

namespace AcrTokens.Integration.Tests;

/// <summary>One program per host: it mints a token and revokes it, with only the packages.</summary>
internal static class Programs
{
    public const string Plain = """
        using AcrTokens;

        await using (await Local.Client.MintTokenAsync(Local.Mint))
            Local.Say();
        """;

    public const string Nuke =
        """
            using AcrTokens;
            using Nuke.AcrTokens;
            using Nuke.Common;
            using static Nuke.AcrTokens.AcrTokenTasks;
            using BuildBase = Nuke.Common.NukeBuild;
            """ + Build;

    public const string Fallout =
        """
            using AcrTokens;
            using Fallout.AcrTokens;
            using Fallout.Common;
            using static Fallout.AcrTokens.AcrTokenTasks;
            using BuildBase = Fallout.Common.FalloutBuild;
            """ + Build;

    public const string Cake = """
        using System.Reflection;
        using AcrTokens;
        using Cake.AcrTokens;
        using Cake.Core;

        AcrTokenAliases.Client = Local.Client;
        DispatchProxy.Create<ICakeContext, Nothing>().WithAcrToken(Local.Mint, lease => Local.Say());

        public class Nothing : DispatchProxy
        {
            protected override object? Invoke(MethodInfo? method, object?[]? arguments) => null;
        }
        """;

    private const string Build = """


        [RevokeAcrTokens]
        class Build : BuildBase
        {
            public static int Main() => Execute<Build>(x => x.Push);

            Target Push => _ => _
                .Executes(() =>
                {
                    Client = Local.Client;
                    WithAcrToken(Local.Mint, lease => Local.Say());
                });
        }
        """;

    /// <summary>The source that all programs share.</summary>
    public const string Shared = """


        static class Local
        {
            public static AcrClient Client { get; } = new(
                Azure.Core.DelegatedTokenCredential.Create((_, _) => new Azure.Core.AccessToken(Environment.GetEnvironmentVariable("EMULATOR_TOKEN")!, DateTimeOffset.MaxValue)),
                new AcrClientOptions { Cloud = new AcrCloud(new Uri(Environment.GetEnvironmentVariable("EMULATOR_RESOURCE_MANAGER")!), "https://management.azure.com") });

            public static AcrTokenMintSettings Mint { get; } = new AcrTokenMintSettings().SetRegistryName(Environment.GetEnvironmentVariable("EMULATOR_REGISTRY")).SetScopeMap("_repositories_push");

            public static void Say() => Console.WriteLine($"minted with logging {typeof(Microsoft.Extensions.Logging.ILogger).Assembly.GetName().Version}");
        }
        """;

    /// <summary>The variables by which the program finds the emulator.</summary>
    public static IReadOnlyDictionary<string, string?> Environment(AcrEmulator emulator, string authority)
    {
        var options = new AcrEmulatorOptions();
        return new Dictionary<string, string?>
        {
            ["SSL_CERT_FILE"] = authority,
            ["EMULATOR_TOKEN"] = emulator.AccessToken,
            ["EMULATOR_RESOURCE_MANAGER"] = $"{emulator.ResourceManagerEndpoint}",
            ["EMULATOR_REGISTRY"] =
                $"/subscriptions/{options.SubscriptionId}/resourceGroups/{options.ResourceGroupName}/providers/Microsoft.ContainerRegistry/registries/{options.RegistryName}",
            ["NUKE_TELEMETRY_OPTOUT"] = "1",
        };
    }
}
