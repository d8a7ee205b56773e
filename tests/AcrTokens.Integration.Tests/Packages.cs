using System.Globalization;
using System.Text.RegularExpressions;
using AcrTokens.Emulator;

namespace AcrTokens.Integration.Tests;

[Collection(nameof(PackedPackages))]
public sealed partial class Packages(PackedPackages packed)
{
    private const string Script = """
        using AcrTokens;

        public sealed class Build
        {
            public void Run(AcrSecret secret) => Console.WriteLine(secret.Reveal());

            public async Task<string> RunAsync(AcrClient client, AcrTokenMintSettings settings)
            {
                var lease = await client.MintTokenAsync(settings);
                return lease.Name;
            }
        }
        """;

    [Fact]
    public void Have_the_analyzers_once_with_a_page_for_each_rule()
    {
        packed
            .Files("AcrTokens")
            .Where(f => f.StartsWith("analyzers/", StringComparison.Ordinal))
            .ShouldBe(["analyzers/dotnet/cs/AcrTokens.Analyzers.dll", "analyzers/dotnet/cs/AcrTokens.Analyzers.CodeFixes.dll"], ignoreOrder: true);
        packed
            .Files("AcrTokens")
            .Where(f => f.StartsWith("docs/analyzers/", StringComparison.Ordinal))
            .Select(Path.GetFileName)
            .ShouldBe(Directory.GetFiles(Path.Combine(RepositoryRoot.Path, "docs", "analyzers")).Select(Path.GetFileName), ignoreOrder: true);
        packed.Files("Nuke.AcrTokens").ShouldNotContain(f => f.StartsWith("analyzers/", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Nuke", "10.1.0")]
    [InlineData("Fallout", "11.0.18")]
    public void Leave_the_hosts_version_open_upwards(string host, string lowest)
    {
        var dependency = packed.Metadata($"{host}.AcrTokens").Descendants().Single(e => (string?)e.Attribute("id") == $"{host}.Common");

        ((string?)dependency.Attribute("version")).ShouldBeOneOf(lowest, $"{lowest}-standin");
    }

    [Theory]
    [InlineData("Nuke.AcrTokens")]
    [InlineData("AcrTokens")]
    [InlineData("AcrTokens", "Nuke.AcrTokens")]
    [InlineData("AcrTokens", "Fallout.AcrTokens")]
    public async Task Bring_the_rules_to_whom_references_them(params string[] ids)
    {
        var build = await packed.BuildAsync(Script, ids);

        var found = string.Join('\n', Diagnostics().Matches(build.Output).Select(m => m.Value).Distinct().Order(StringComparer.Ordinal));
        found.ShouldBe("Build.cs(5,60): error ACRT2001\nBuild.cs(9,13): warning ACRT1001", build.Output);
        Summary().Matches(build.Output).Sum(m => int.Parse(m.Groups[1].Value, CultureInfo.InvariantCulture)).ShouldBe(2, build.Output);
    }

    // The packages are compiled against version 8 of the logging abstractions because of Cake. Their users restore without a downgrade, and get
    // the version of Azure.Core.
    [LinuxTheory("other systems do not trust the authorities of SSL_CERT_FILE")]
    [InlineData(Programs.Plain, "AcrTokens")]
    [InlineData(Programs.Nuke, "Nuke.AcrTokens")]
    [InlineData(Programs.Fallout, "Fallout.AcrTokens")]
    [InlineData(Programs.Cake, "Cake.AcrTokens", "Cake.Core")]
    public async Task Restore_build_and_run_where_they_are_used(string program, params string[] ids)
    {
        await using var emulator = await AcrEmulator.StartAsync();
        var authority = Path.GetTempFileName();
        await File.WriteAllTextAsync(authority, emulator.CertificatePem);

        var run = await packed.RunAsync(program + Programs.Shared, Programs.Environment(emulator, authority), ids);

        File.Delete(authority);
        run.ExitCode.ShouldBe(0, run.Output);
        run.Output.ShouldContain("minted with logging 10.0.0.0");
        emulator.Requests.Select(r => r.Operation).ShouldContain("Tokens_Create");
        emulator.Tokens.ShouldBeEmpty();
    }

    [GeneratedRegex(@"Build\.cs\([0-9,]+\): \w+ [A-Z]+[0-9]+")]
    private static partial Regex Diagnostics();

    // A rule that was loaded twice would report twice.
    [GeneratedRegex(@"^\s+([0-9]+) (?:Warning|Error)\(s\)", RegexOptions.Multiline)]
    private static partial Regex Summary();
}
