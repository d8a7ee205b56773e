namespace AcrTokens.Analyzers.Tests;

using static Idioms;

/// <summary>Idioms of builds that use the library well. All rules together have nothing to say about any of them.</summary>
public sealed class RightUses
{
    private static readonly string[] All =
    [
        // One lease in one method.
        Statements("using var push = MINT; Push(push);"),
        Statements("using (var push = MINT) { Push(push); }"),
        Statements("using (MINT) { }"),
        Statements("var push = MINT; using (push) Push(push.Name);"),
        Statements("var push = MINT; try { Push(push.Name); } finally { push.Revoke(); }"),
        Statements("AcrTokenLease? push = null; try { push = MINT; Push(push.Name); } finally { push?.Revoke(); }"),
        Statements("var push = MINT; try { Push(push.Name); } catch { push.Revoke(); throw; } push.Revoke();"),
        Statements("var push = MINT; Push(push);"),
        Statements("var push = MINT; Push(push.Name); push.Revoke();"),
        Statements("var push = MINT; push.Detach();"),
        Statements("MINT.Detach();"),
        Statements("MINT.Revoke();"),
        Statements("var push = MINT; push.DetachAsync(\"docker\").Wait();"),
        Statements("var push = MINT; try { Push(push.Name); } finally { AcrTokenRevoke(s => s.SetRegistryName(\"contoso\").SetName(push.Name)); }"),
        Statements("var push = MINT; try { Push(push.Name); } finally { AcrTokenDelete(s => s.SetResourceId(push.ResourceId)); }"),
        Statements(
            "var push = MINT; var name = push.Name; try { Push(name); } finally { AcrTokenRevoke(s => s.SetRegistryName(\"contoso\").SetName(name)); }"
        ),
        Statements("WithAcrToken(SETTINGS, push => Push(push));"),
        Statements("WithAcrToken(SETTINGS, push => { Push(push.Name); Push(push); });"),
        Statements("var name = \"\"; WithAcrToken(SETTINGS, push => { name = push.Name; }); Push(name);"),
        Statements("if (MINT is { } push) push.Revoke();"),
        Statements("if (MINT is var push) { try { } finally { push.Dispose(); } }"),
        Statements("switch (MINT) { case { } push: push.Revoke(); break; }"),
        Statements("using var push = DateTime.Now.Year > 2000 ? MINT : null; if (push != null) Push(push);"),
        Statements("using var push = DateTime.Now.Year switch { 2000 => MINT, _ => null };"),
        Statements("lease ??= MINT; Push(lease);"),
        Statements("lease = lease ?? MINT;"),
        Statements("var (push, count) = (MINT, 1); push.Revoke();"),
        Statements("var pair = (Lease: MINT, Count: 1); pair.Lease.Revoke();"),
        Statements("AcrTokenLease push; (push, lease) = (MINT, null); push.Revoke();"),
        Statements("void Local() { using var push = MINT; Push(push); } Local();"),
        Statements("AcrTokenLease Local() => MINT; using var push = Local(); Push(push);"),
        Statements("AcrTokenLease Local() { var push = MINT; Push(push.Name); return push; } lease = Local();"),
        Statements("Func<AcrTokenLease> mint = () => MINT; using var push = mint();"),
        Statements("Action<AcrTokenLease> keep = kept => lease = kept; keep(MINT);"),
        Statements("var push = MINT; Action end = push.Revoke; try { Push(push.Name); } finally { end(); }"),
        Statements("var lazy = new Lazy<AcrTokenLease>(() => MINT); lazy.Value.Revoke();"),
        // Several leases.
        Statements("var all = new List<AcrTokenLease> { MINT, MINT }; foreach (var one in all) one.Revoke();"),
        Statements("var all = new[] { MINT, MINT }; try { } finally { foreach (var one in all) one.Dispose(); }"),
        Statements("var all = new Dictionary<string, AcrTokenLease> { [\"app\"] = MINT }; foreach (var one in all.Values) one.Revoke();"),
        Statements(
            "var all = new Dictionary<string, AcrTokenLease>(); all[\"app\"] = MINT; all.Add(\"tool\", MINT); foreach (var (_, one) in all) one.Revoke();"
        ),
        Statements(
            "var all = new[] { \"a\", \"b\" }.Select(name => AcrTokenMint(s => s.SetRegistryName(\"contoso\").AddRepository(name, AcrPermission.Push))).ToList(); all.ForEach(one => one.Revoke());"
        ),
        Statements("foreach (var name in new[] { \"a\", \"b\" }) { using var push = MINT; Push(push); }"),
        Statements(
            "var results = AcrTokenMint(s => s.SetRegistryName(\"contoso\").CombineWith(new[] { \"a\", \"b\" }, (t, name) => t.AddRepository(name, AcrPermission.Push))); foreach (var (_, one) in results) one.Revoke();"
        ),
        Statements("var all = new Stack<AcrTokenLease>(); all.Push(MINT); while (all.Count > 0) all.Pop().Revoke();"),
        // Asynchronous.
        AsyncStatements("await using var push = await MINTASYNC; await PushAsync(push);"),
        AsyncStatements("await using var push = await MINTASYNC.ConfigureAwait(false); await PushAsync(push);"),
        AsyncStatements("var push = await MINTASYNC; await using (push.ConfigureAwait(false)) { await PushAsync(push); }"),
        AsyncStatements("var push = await MINTASYNC; try { await PushAsync(push); } finally { await push.RevokeAsync(); }"),
        AsyncStatements("var all = await Task.WhenAll(MINTASYNC, MINTASYNC); foreach (var one in all) await one.RevokeAsync();"),
        AsyncStatements("var all = await Task.WhenAll(MINTASYNC, MINTASYNC); await Task.WhenAll(all.Select(one => one.RevokeAsync()));"),
        AsyncStatements("var pending = MINTASYNC; await Task.Yield(); await using var push = await pending;"),
        AsyncStatements("lease = await MINTASYNC; await PushAsync(lease);"),
        AsyncStatements("await WithAcrTokenAsync(SETTINGS, push => PushAsync(push));"),
        AsyncStatements("await WithAcrTokenAsync(SETTINGS, async push => { await PushAsync(push); });"),
        AsyncStatements("await Task.Run(async () => { await using var push = await MINTASYNC; });"),
        AsyncStatements("using var stop = new CancellationTokenSource(); lease = await AcrTokenMintAsync(SETTINGS, stop.Token);"),
        AsyncStatements(
            "async IAsyncEnumerable<string> Names() { await using var push = await MINTASYNC; yield return push.Name; } await foreach (var name in Names()) Push(name);"
        ),
        AsyncStatements("await foreach (var token in AcrTokenListAsync(s => s.SetRegistryName(\"contoso\"))) Push(token.Name);"),
        AsyncStatements(
            "await using var push = await Client.MintTokenAsync(new AcrTokenMintSettings().SetRegistryName(\"contoso\").AddImage(\"samples/app:1\"));"
        ),
        AsyncStatements("var push = await MINTASYNC; push.Detach(); await Task.Yield();"),
        // Targets.
        Members(
            "Target Mint => _ => _.Executes(() => { lease = MINT; }); Target End => _ => _.TriggeredBy(Mint).AssuredAfterFailure().Executes(() => Lease.Revoke());"
        ),
        Members("Target Push => _ => _.Executes(async () => { lease = await MINTASYNC; });"),
        Members("Target Push => _ => _.Executes(() => WithAcrToken(SETTINGS, push => Helpers.Push(push)));"),
        Members("Target Push => _ => _.Executes(() => { using var push = MINT; Helpers.Push(push); });"),
        Members("Target Push => _ => _.Executes(() => { try { Helpers.Push(Lease); } catch { Lease.Revoke(); throw; } });"),
        Members("Target Push => _ => _.Executes(() => { try { Helpers.Push(Lease); } finally { Lease.Revoke(); } });"),
        Members("Target Push => _ => _.Executes(() => { Helpers.Push(Lease); Lease.Revoke(); });"),
        Members("AcrTokenLease Mint() => MINT; Target Push => _ => _.Executes(() => { var own = Mint(); Helpers.Push(own); own.Revoke(); });"),
        Members(
            "readonly List<AcrTokenLease> all = []; Target Push => _ => _.Executes(() => { foreach (var one in all) { Helpers.Push(one); one.Revoke(); } });"
        ),
        Members(
            "readonly List<AcrTokenLease> all = []; Target Mint => _ => _.Executes(() => all.Add(MINT)); Target End => _ => _.AssuredAfterFailure().Executes(() => { foreach (var one in all) one.Revoke(); });"
        ),
        Members("Target End => _ => _.AssuredAfterFailure().OnlyWhenDynamic(() => lease != null).Executes(() => Lease.RevokeAsync());"),
        Members("Target End => _ => _.AssuredAfterFailure().Executes(Lease.Revoke);"),
        Members("Target Sweep => _ => _.Executes(() => { AcrTokenSweep(s => s.SetRegistryName(\"contoso\")); });"),
        Members("Lazy<AcrTokenLease> push = new(() => MINT); Target Push => _ => _.Executes(() => Helpers.Push(push.Value));"),
        Members("AcrTokenLease? push; AcrTokenLease Push => push ??= MINT;"),
        Members(
            "Target Prepare => _ => _.Executes(() => { prepared = AcrTokenPrepare(SETTINGS); }); AcrPreparedToken? prepared; Target Mint => _ => _.Executes(() => { lease = prepared!.Mint(); });"
        ),
        // Components, bases, records, other classes.
        Types(
            "interface IMint : INukeBuild { AcrTokenLease? Open { get; set; } Target Mint => _ => _.Executes(() => { Open = MINT; }); } [RevokeAcrTokens] class Build : NukeBuild, IMint { public AcrTokenLease? Open { get; set; } }"
        ),
        Types(
            "[RevokeAcrTokens] abstract class Shared : NukeBuild { protected AcrTokenLease? open; protected void Mint() => open = MINT; } class Build : Shared { }"
        ),
        Types("[RevokeAcrTokens] partial class Build : NukeBuild { } partial class Build { AcrTokenLease? open; void Mint() => open = MINT; }"),
        Types("class Build : NukeBuild { void Run() { using var push = MINT; Push(push); } }"),
        Types("class Build : NukeBuild { Target Push => _ => _.Executes(() => WithAcrToken(SETTINGS, push => Helpers.Push(push))); }"),
        Types(
            "record Pusher(AcrTokenLease Lease) : IDisposable { public static Pusher Create() => new(MINT); public void Dispose() => Lease.Dispose(); }"
        ),
        Types("sealed class Pusher : IDisposable { readonly AcrTokenLease lease = MINT; public void Dispose() => lease.Dispose(); }"),
        Types(
            "class Pusher(AcrClient client) { public async Task RunAsync() { await using var push = await client.MintTokenAsync(new AcrTokenMintSettings().SetRegistryName(\"contoso\").AddImage(\"samples/app:1\")); } }"
        ),
        Types("class Holder { public required AcrTokenLease Lease { get; init; } public static Holder Create() => new() { Lease = MINT }; }"),
        Types(
            "static class Mints { public static AcrTokenLease MintFor(string image) => AcrTokenMint(s => s.SetRegistryName(\"contoso\").AddImage(image)); }"
        ),
        // The secret.
        Statements("Serilog.Log.Information(\"Logging in with {Password}\", Lease.Password);"),
        Statements("Console.WriteLine($\"Logging in with {Lease.Password}\");"),
        Statements("Send(Lease.Name, Lease.Password.Reveal());"),
        Statements("var login = new System.Net.NetworkCredential(Lease.Name, Lease.Password.Reveal());"),
        Statements("Console.WriteLine($\"::add-mask::{Lease.Password.Reveal()}\");"),
        Statements("Console.WriteLine(\"##vso[task.setsecret]\" + Lease.Password.Reveal());"),
        Statements("Assert.True(Lease.Password.Reveal() == \"x\", \"another password\");"),
        Statements("Console.WriteLine(Lease.Password.Reveal().Length);"),
        Statements("Console.WriteLine(\"output\".Replace(Lease.Password.Reveal(), Lease.Password.Redacted));"),
        Statements(
            "var docker = Process.Start(new ProcessStartInfo(\"docker\", \"login --password-stdin\") { RedirectStandardInput = true })!; docker.StandardInput.WriteLine(Lease.Password.Reveal());"
        ),
        Statements(
            "var start = new ProcessStartInfo(\"docker\"); foreach (var (name, value) in Lease.GetDockerConfig().Variables) start.Environment[name] = value;"
        ),
        Statements(
            "var start = new ProcessStartInfo(\"dotnet\"); foreach (var (name, value) in Lease.RevealContainerVariables()) start.Environment[name] = value;"
        ),
        Statements("var start = new ProcessStartInfo(\"docker\") { Environment = { [\"PASSWORD\"] = Lease.Password.Reveal() } };"),
        Statements("var start = new ProcessStartInfo(\"docker\") { ArgumentList = { \"push\", \"contoso.azurecr.io/samples/app:1.2\" } };"),
        Statements("DockerLogin(s => s.SetAcrLogin(Lease));"),
        Statements("DockerLogin(s => s.SetAcrContainerVariables(Lease));"),
        Statements(
            "var header = Convert.ToBase64String(Encoding.UTF8.GetBytes($\"{Lease.Name}:{Lease.Password.Reveal()}\")); Send(\"Basic\", header);"
        ),
        Statements(
            "var hash = Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(Encoding.UTF8.GetBytes(Lease.Password.Reveal()))); Console.WriteLine(hash);"
        ),
        Statements(
            "var password = Lease.Password.Reveal(); try { Send(Lease.Name, password); } finally { password = \"\"; } Console.WriteLine(password);"
        ),
        Statements(
            "var login = new { User = Lease.Name, Password = Lease.Password.Reveal() }; Console.WriteLine(login.User); Send(login.User, login.Password);"
        ),
        Statements("var (user, password) = (Lease.Name, Lease.Password.Reveal()); Console.WriteLine(user); Send(user, password);"),
        Statements("Console.WriteLine(string.Join(\",\", Lease.RevealContainerVariables().Keys));"),
        Statements("ReportSummary(s => { s[\"Token\"] = Lease.Name; return s; });"),
        Statements("throw new InvalidOperationException($\"{Lease.Name} cannot log in\");"),
        Members("[Parameter, Secret] string? Password; void Run() => Password = Lease.Password.Reveal();"),
        Members("AcrSecret? password; void Run() => password = Lease.Password;"),
        // Settings.
        Statements("AcrTokenCreate(s => s.SetRegistryName(\"contoso\").SetName(AcrTokenName.ForRun(\"ci\")).SetScopeMap(\"ci-push\"));"),
        Statements(
            "var settings = new AcrTokenMintSettings().SetRegistryName(\"contoso\"); lease = AcrTokenMint(settings.AddImage(\"samples/app:1\"));"
        ),
        Statements(
            "AcrTokenMintSettings Shared(AcrTokenMintSettings s) => s.SetRegistryName(\"contoso\").AddImage(\"samples/app:1\"); lease = AcrTokenMint(s => Shared(s).SetLifetime(TimeSpan.FromHours(1)));"
        ),
        Statements(
            "lease = AcrTokenMint(s => s.SetRegistryName(\"contoso.azurecr.io\").AddRepository(\"samples/*\", AcrPermission.Push).SetLifetime(TimeSpan.FromMinutes(10)));"
        ),
        Statements(
            "var made = AcrTokenCredentialGenerate(s => s.SetRegistryName(\"contoso\").SetName(Lease.Name).SetExpiresOn(DateTimeOffset.UtcNow + TimeSpan.FromHours(1))); Push(made.ToString()!);"
        ),
        Statements("foreach (var token in AcrTokenList(s => s.SetRegistryName(\"contoso\"))) Console.WriteLine(token.Name);"),
        Statements("var admin = AcrCredentialGet(s => s.SetRegistryName(\"contoso\")); Console.WriteLine(admin.Username);"),
        // File-based programs.
        Types("using var push = MINT; Push(push); Console.WriteLine(push.Name);"),
        Types("var push = MINT; try { Push(push.Name); } finally { push.Revoke(); }"),
        Types("await using var push = await MINTASYNC; await PushAsync(push);"),
        Types("WithAcrToken(SETTINGS, push => Push(push)); return 0;"),
#if LATEST_ROSLYN
        Types(
            "static class Verbs { extension(AcrTokenLease lease) { public void PushAll() { Push(lease); } "
                + "public string Login => lease.GetLoginServer(); } }"
        ),
        Types(
            "static class Verbs { extension(AcrTokenMintSettings settings) { "
                + "public AcrTokenMintSettings Ours() => settings.SetRegistryName(\"contoso\").AddImage(\"samples/app:1\"); } } "
                + "class Pusher { void Run() { using var push = AcrTokenMint(s => s.Ours()); } }"
        ),
        Members("AcrTokenLease Open { get => field ??= MINT; }"),
        Types(
            "[RevokeAcrTokens] partial class Build : NukeBuild { [Parameter, Secret] partial string? Password { get; set; } } "
                + "partial class Build { partial string? Password { get => field; set => field = value; } "
                + "void Run(AcrTokenLease lease) => Password = lease.Password.Reveal(); }"
        ),
        Members("void Run(Build? other) { other?.lease = MINT; }"),
#endif
    ];

    public static TheoryData<int> Numbers => [.. Enumerable.Range(0, All.Length)];

    [Theory]
    [MemberData(nameof(Numbers))]
    public async Task Have_no_diagnostic(int number)
    {
        await HasNoneAsync(All[number]);
        if (Sources.IncludesFallout)
            await HasNoneAsync(Sources.InFallout(All[number]));
    }

    [Fact]
    public void Are_a_hundred_or_more() => All.Distinct().Count().ShouldBeGreaterThanOrEqualTo(100);

    private static async Task HasNoneAsync(string source)
    {
        var compilation = Sources.Compile(Sources.Parse(source, Sources.Path));
        compilation = Programs.IsOne(compilation) ? compilation.WithOptions(Programs.Compiling) : compilation;
        Check.Errors(compilation).ShouldBeEmpty();

        (await Check.RunAsync(compilation, AllRules.Create())).Select(d => d.ToString()).ShouldBeEmpty(source);
    }
}
