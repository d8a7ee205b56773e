namespace AcrTokens.Analyzers.Tests;

/// <summary>Wraps the pieces of the two corpora: MINT, MINTASYNC and SETTINGS stand for complete settings.</summary>
internal static class Idioms
{
    private const string Settings = "s => s.SetRegistryName(\"contoso\").AddImage(\"samples/app:1.2\")";

    private const string Helpers = """

        static class Helpers
        {
            public static void Push(AcrTokenLease lease) { }
            public static void Push(string token) { }
            public static Task PushAsync(AcrTokenLease lease) => Task.CompletedTask;
            public static void Send(string user, string password) { }
        }
        """;

    public static string Statements(string code) =>
        Complete($$"""[RevokeAcrTokens] class Build : NukeBuild { AcrTokenLease? lease; AcrTokenLease Lease => lease!; void Run() { {{code}} } }""");

    public static string AsyncStatements(string code) =>
        Complete(
            $$"""[RevokeAcrTokens] class Build : NukeBuild { AcrTokenLease? lease; AcrTokenLease Lease => lease!; async Task RunAsync() { {{code}} } }"""
        );

    public static string Members(string code) =>
        Complete($$"""[RevokeAcrTokens] class Build : NukeBuild { AcrTokenLease? lease; AcrTokenLease Lease => lease!; {{code}} }""");

    public static string Types(string code) => Complete(code);

    private static string Complete(string code) =>
        $"""
            using System.Diagnostics;
            using System.IO;
            using System.Runtime.CompilerServices;
            using System.Text;
            using System.Threading;
            using Nuke.Common.Tooling;
            using Nuke.Common.Tools.Docker;
            using static Helpers;
            using static Nuke.Common.Tools.Docker.DockerTasks;
            {Sources.Usings}
            {code
                .Replace("MINTASYNC", $"AcrTokenMintAsync({Settings})", StringComparison.Ordinal)
                .Replace("MINT", $"AcrTokenMint({Settings})", StringComparison.Ordinal)
                .Replace("SETTINGS", Settings, StringComparison.Ordinal)}
            {Helpers}
            """;
}
