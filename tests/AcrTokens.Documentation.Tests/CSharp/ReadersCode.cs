namespace AcrTokens.Documentation.Tests.CSharp;

/// <summary>What fragments name and a reader has: nobody else has a method that pushes, or a target that compiles.</summary>
internal static class ReadersCode
{
    public const string Build = """
        global using static Reader;

        internal static class Reader
        {
            public static AcrTokens.AcrPreparedToken prepared;
            public static string name = "", token = "", image = "";
            public static AcrTokens.AcrTokenPasswordName password;
            public static Azure.Core.TokenCredential credential;
            public static string[] names = [];
            public static Azure.ResourceManager.ArmClient armClient;
            public static Azure.ResourceManager.ContainerRegistry.ContainerRegistryResource registryResource;

            public static Nuke.Common.Target Compile => null;

            public static Nuke.Common.Target PublishImage => null;

            public static void Push(AcrTokens.AcrTokenLease lease) { }

            public static void Output(string name, string value) { }

            public static void Secret(string name, string value) { }
        }
        """;

    public const string Tests = """
        global using static Reader;

        internal static class Reader
        {
            public static AcrTokens.Emulator.AcrEmulator emulator = null!;
        }
        """;
}
