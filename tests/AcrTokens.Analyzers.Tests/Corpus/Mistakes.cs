using System.Text;
using Xunit.Abstractions;

namespace AcrTokens.Analyzers.Tests;

using static Idioms;

/// <summary>Mistakes that the pages say are flagged, with the rule that has to find each.</summary>
public sealed class Mistakes(ITestOutputHelper output)
{
    private static readonly (string Rule, string Source)[] All =
    [
        ("ACRT1001", Statements("var push = MINT; Push(push.Name);")),
        ("ACRT1001", Statements("AcrTokenLease push; push = MINT; Console.WriteLine(push);")),
        ("ACRT1001", Statements("if (MINT is { } push) Push(push.Name);")),
        ("ACRT1001", Statements("if (MINT is not { } push) return; Push(push.Name);")),
        ("ACRT1001", Statements("var push = DateTime.Now.Year > 2000 ? MINT : null; Console.WriteLine(push?.Name);")),
        ("ACRT1001", Statements("var push = DateTime.Now.Year switch { 2000 => MINT, _ => MINT }; Push(push.Name);")),
        ("ACRT1001", Statements("switch (MINT) { case { } push: Push(push.Name); break; }")),
        ("ACRT1001", Statements("var (push, count) = (MINT, 1); Push(push.Name);")),
        ("ACRT1001", Statements("var pair = (MINT, 1); var (push, count) = pair; Push(push.Name);")),
        ("ACRT1001", Statements("var pending = MINTASYNC; var push = pending.Result; Push(push.Name);")),
        ("ACRT1001", AsyncStatements("var pending = MINTASYNC; var push = await pending; Push(push.Name);")),
        ("ACRT1001", AsyncStatements("var push = await MINTASYNC.ConfigureAwait(false); Push(push.Name);")),
        ("ACRT1001", Statements("var push = MINT; var same = push; Push(same.Name);")),
        ("ACRT1001", Statements("var push = MINT; var name = push.Name; Push(name);")),
        (
            "ACRT1001",
            Statements("Func<Configure<AcrTokenMintSettings>, AcrTokenLease> mint = AcrTokenMint; var push = mint(SETTINGS); Push(push.Name);")
        ),
        ("ACRT1001", Statements("Console.WriteLine(MINT.ExpiresOn);")),
        ("ACRT1001", Types("var push = MINT; Push(push.Name);")),
        ("ACRT1002", Members("Target Get => _ => _.Executes(() => AcrTokenGetAsync(s => s.SetRegistryName(\"contoso\").SetName(\"ci-push\")));")),
        (
            "ACRT1002",
            Members("Target Get => _ => _.Executes(async () => await AcrTokenGetAsync(s => s.SetRegistryName(\"contoso\").SetName(\"ci-push\")));")
        ),
        ("ACRT1002", Members("Task<int> CountAsync() => Task.FromResult(1); Target Get => _ => _.Executes(CountAsync);")),
        ("ACRT1003", Members("Target End => _ => _.Executes(() => Lease.Revoke());")),
        ("ACRT1003", Members("Target End => _ => _.Executes(Lease.Revoke);")),
        ("ACRT1003", Members("Target End => _ => _.Executes(async () => { await Lease.RevokeAsync(); });")),
        ("ACRT1003", Members("Target End => _ => _.Executes(() => { if (lease is { } open) open.Revoke(); });")),
        ("ACRT1004", Statements("MINT;")),
        ("ACRT1004", Statements("_ = MINT;")),
        ("ACRT1004", AsyncStatements("await MINTASYNC;")),
        ("ACRT1005", Statements("AcrTokenCreate(s => s.SetRegistryName(\"contoso\").SetName(\"ci-push\").SetScopeMap(\"ci-push\"));")),
        ("ACRT1006", Types("class Build : NukeBuild { AcrTokenLease? open; void Run() => open = MINT; }")),
        (
            "ACRT1006",
            Types(
                "interface IMint : INukeBuild { AcrTokenLease? Open { get; set; } Target Mint => _ => _.Executes(() => { Open = MINT; }); } class Build : NukeBuild, IMint { public AcrTokenLease? Open { get; set; } }"
            )
        ),
        ("ACRT1007", Types("[RevokeAcrTokens] class Build : NukeBuild { readonly AcrTokenLease push = MINT; }")),
        ("ACRT1007", Types("static class Tokens { static readonly AcrTokenLease Push = MINT; }")),
        ("ACRT1008", Types("class Pusher { void Run() { var push = MINT; Push(push.Name); push.Revoke(); } }")),
        ("ACRT1008", Types("class Pusher { async Task RunAsync() { var push = await MINTASYNC; Push(push.Name); await push.RevokeAsync(); } }")),
        ("ACRT1009", Statements("Lease.RevokeAsync();")),
        ("ACRT1009", Statements("var pending = MINTASYNC;")),
        ("ACRT1009", Statements("_ = lease?.RevokeAsync();")),
        ("ACRT1010", Members("void Run(AcrTokenLease push) { push.Revoke(); push.Login(); }")),
        ("ACRT1010", Members("void Run(AcrTokenLease push) { push.Dispose(); DockerLogin(s => s.SetAcrLogin(push)); }")),
        ("ACRT1011", Statements("var prepared = AcrTokenPrepare(SETTINGS); Push(prepared.Name);")),
        ("ACRT2001", Statements("Console.WriteLine(Lease.Password.Reveal());")),
        ("ACRT2001", Statements("Console.WriteLine(\"{0}{1}{2}{3}\", 1, 2, 3, Lease.Password.Reveal());")),
        ("ACRT2001", Statements("Console.WriteLine($\"with {Lease.Password.Reveal()}\");")),
        ("ACRT2001", Statements("Console.WriteLine($\"\"\"with {Lease.Password.Reveal()}\"\"\");")),
        ("ACRT2001", Statements("if (Lease.Password.Reveal() is { } pw) Serilog.Log.Information(pw);")),
        ("ACRT2001", Statements("Console.WriteLine(Lease.Password.Reveal() switch { \"\" => \"none\", var pw => pw });")),
        ("ACRT2001", Statements("var line = \"with \"; line += Lease.Password.Reveal(); Console.WriteLine(line);")),
        ("ACRT2001", Statements("var login = (Lease.Name, Lease.Password.Reveal()); Console.WriteLine(login);")),
        ("ACRT2001", Statements("var (user, password) = (Lease.Name, Lease.Password.Reveal()); Console.WriteLine(password);")),
        ("ACRT2001", Statements("Serilog.Log.Information(\"{@Login}\", new { User = Lease.Name, Password = Lease.Password.Reveal() });")),
        ("ACRT2001", Statements("var text = new StringBuilder(); text.Append(Lease.Password.Reveal()); Console.WriteLine(text);")),
        ("ACRT2001", Statements("FormattableString text = $\"with {Lease.Password.Reveal()}\"; Console.WriteLine(text);")),
        ("ACRT2001", Statements("Console.WriteLine(Convert.ToBase64String(Encoding.UTF8.GetBytes(Lease.Password.Reveal())));")),
        ("ACRT2001", Statements("Console.WriteLine(Uri.EscapeDataString(Lease.Password.Reveal()));")),
        ("ACRT2001", Statements("Console.WriteLine(System.Text.Json.JsonSerializer.Serialize(Lease.Password.Reveal()));")),
        ("ACRT2001", Statements("foreach (var (name, value) in Lease.RevealContainerVariables()) Console.WriteLine($\"{name}={value}\");")),
        ("ACRT2001", Statements("Console.WriteLine(string.Join(\" \", Lease.RevealContainerVariables().Select(v => $\"-e {v.Key}={v.Value}\")));")),
        ("ACRT2001", Statements("string[] words = [\"with\", Lease.Password.Reveal()]; Console.WriteLine(string.Join(\" \", words));")),
        ("ACRT2001", Statements("ReportSummary(s => { s[\"pw\"] = Lease.Password.Reveal(); return s; });")),
        ("ACRT2001", Statements("ReportSummary(_ => new() { [\"pw\"] = Lease.Password.Reveal() });")),
        ("ACRT2001", Statements("using (Serilog.Context.LogContext.PushProperty(\"Password\", Lease.Password.Reveal())) { }")),
        ("ACRT2001", Statements("_ = new Serilog.LoggerConfiguration().Enrich.WithProperty(\"Password\", Lease.Password.Reveal());")),
        ("ACRT2001", Statements("throw new InvalidOperationException($\"no login with {Lease.Password.Reveal()}\");")),
        ("ACRT2001", Statements("Xunit.Assert.Equal(\"x\", Lease.Password.Reveal());")),
        ("ACRT2002", Statements("Process.Start(\"docker\", [\"login\", \"-p\", Lease.Password.Reveal()]);")),
        ("ACRT2002", Statements("_ = new ProcessStartInfo(\"docker\") { ArgumentList = { \"-p\", Lease.Password.Reveal() } };")),
        ("ACRT2002", Statements("var start = new ProcessStartInfo(\"docker\"); start.ArgumentList[0] = Lease.Password.Reveal();")),
        ("ACRT2002", Statements("var start = new ProcessStartInfo(\"docker\"); start.Arguments += Lease.Password.Reveal();")),
        ("ACRT2002", Statements("var start = new ProcessStartInfo(\"docker\", $\"login -p {Lease.Password.Reveal()}\");")),
        ("ACRT2002", Statements("DockerLogin(s => s.SetPassword(Lease.Password.Reveal()));")),
        ("ACRT2002", Statements("Docker($\"login -p {Lease.Password.Reveal()}\");")),
        ("ACRT2002", Statements("ProcessTasks.StartProcess(\"docker\", $\"login -p {Lease.Password.Reveal()}\");")),
        ("ACRT2003", Members("string? password; void Run() => password = Lease.Password.Reveal();")),
        ("ACRT2003", Members("string password = \"\"; void Run() => password += Lease.Password.Reveal();")),
        ("ACRT2003", Members("string? user, password; void Run() => (user, password) = (Lease.Name, Lease.Password.Reveal());")),
        ("ACRT2003", Statements("Environment.SetEnvironmentVariable(\"PASSWORD\", Lease.Password.Reveal());")),
        ("ACRT2003", Statements("foreach (var (name, value) in Lease.RevealContainerVariables()) Environment.SetEnvironmentVariable(name, value);")),
        ("ACRT2004", Statements("File.WriteAllText(\"password\", Lease.Password.Reveal());")),
        (
            "ACRT2004",
            Statements("File.AppendAllText(Environment.GetEnvironmentVariable(\"GITHUB_OUTPUT\")!, $\"password={Lease.Password.Reveal()}\");")
        ),
        (
            "ACRT2005",
            Statements("var admin = AcrCredentialGet(s => s.SetRegistryName(\"contoso\")); Send(admin.Username, admin.Password!.Reveal());")
        ),
        ("ACRT2006", Statements("Environment.SetEnvironmentVariable(\"DOCKER_CONFIG\", Lease.GetDockerConfig().Directory);")),
        ("ACRT2006", Statements("foreach (var (name, value) in Lease.GetDockerConfig().Variables) Environment.SetEnvironmentVariable(name, value);")),
        ("ACRT2007", Members("T Publish<T>(T s) where T : ToolOptions => s.SetAcrContainerVariables(Lease).AddProcessAdditionalArguments(\"-bl\");")),
        ("ACRT3001", Statements("lease = AcrTokenMint(s => s.SetRegistryName(\"contoso\"));")),
        ("ACRT3001", Statements("AcrTokenGet(new AcrTokenGetSettings { RegistryName = \"contoso\" });")),
        ("ACRT3002", Statements("AcrTokenGet(s => s.SetRegistryName(\"contoso\").SetName(\"ci_push\"));")),
        ("ACRT3002", Statements("AcrTokenGet(s => s.SetRegistryName(\"\"\"no\"\"\").SetName(\"ci-push\"));")),
        ("ACRT3002", Statements("lease = AcrTokenMint(s => s.SetRegistryName(\"contoso\").AddRepository(\"samples/app:1.2\", AcrPermission.Push));")),
        ("ACRT3003", Statements("var made = AcrTokenCredentialGenerate(s => s.SetRegistryName(\"contoso\").SetName(\"ci-push\"));")),
        (
            "ACRT3003",
            Statements(
                "var made = AcrTokenCredentialGenerate(s => s.SetRegistryName(\"contoso\").SetName(\"ci-push\").SetExpiresOn(DateTimeOffset.UtcNow + TimeSpan.FromDays(30)));"
            )
        ),
        (
            "ACRT3003",
            Statements(
                "var made = AcrTokenCredentialGenerate(s => s.SetRegistryName(\"contoso\").SetName(\"ci-push\").SetExpiresOn(DateTimeOffset.UtcNow.AddMonths(1)));"
            )
        ),
        ("ACRT3004", Statements("lease = AcrTokenMint(s => s.SetRegistryName(\"contoso\").SetScopeMap(\"_repositories_push\"));")),
#if LATEST_ROSLYN
        ("ACRT1001", Types("static class Verbs { extension(AcrClient client) { public string Name() { var push = MINT; return push.Name; } } }")),
        ("ACRT2001", Types("static class Verbs { extension(AcrSecret secret) { public void Show() => Console.WriteLine(secret.Reveal()); } }")),
        ("ACRT2002", Statements("Process.Start(\"docker\", string.Join(\" \", \"login\", \"-p\", Lease.Password.Reveal()));")),
        ("ACRT2003", Members("string? Password { get => field; set => field = Lease.Password.Reveal(); }")),
        ("ACRT2003", Members("string? Password { get; set; } void Run() => this?.Password = Lease.Password.Reveal();")),
        (
            "ACRT2003",
            Types(
                "[RevokeAcrTokens] partial class Build : NukeBuild { public partial string? Password { get; set; } } "
                    + "partial class Build { public partial string? Password { get => null; set { } } "
                    + "void Run(AcrTokenLease lease) => Password = lease.Password.Reveal(); }"
            )
        ),
#endif
    ];

    private static IEnumerable<(string Rule, string Source)> InFallout =>
        All.Where(_ => Sources.IncludesFallout).Select(mistake => (mistake.Rule, Sources.InFallout(mistake.Source)));

    [Fact]
    public async Task Are_found_by_their_rules()
    {
        var found = new List<(string Rule, bool IsFound, string Source)>();
        foreach (var (rule, source) in All.Concat(InFallout))
        {
            var compilation = Sources.Compile(Sources.Parse(source, Sources.Path));
            compilation = Programs.IsOne(compilation) ? compilation.WithOptions(Programs.Compiling) : compilation;
            Check.Errors(compilation).ShouldBeEmpty(source);
            found.Add((rule, (await Check.RunAsync(compilation, AllRules.Create())).Any(d => d.Id == rule), source));
        }

        var table = new StringBuilder("Rule     | Found | Missed\n");
        foreach (var rule in found.GroupBy(f => f.Rule).OrderBy(g => g.Key, StringComparer.Ordinal))
            table.AppendLine(null, $"{rule.Key} | {rule.Count(f => f.IsFound), 5} | {rule.Count(f => !f.IsFound), 6}");
        output.WriteLine(table.ToString());
        found.Where(f => !f.IsFound).Select(f => $"{f.Rule}: {f.Source}").ShouldBeEmpty(table.ToString());
    }

    [Fact]
    public void Are_there_for_each_rule() => All.Select(m => m.Rule).Distinct().ShouldBe(AllRules.Descriptors.Select(d => d.Id), ignoreOrder: true);
}
