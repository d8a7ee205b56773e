namespace AcrTokens.Analyzers.Tests;

using static Sources;

public sealed class MissingSettings
{
    [Theory]
    [InlineData("lease = [|AcrTokenMint|](s => s.AddRepository(\"samples/app\", AcrPermission.Push));")]
    [InlineData("lease = [|AcrTokenMint|](s => s.SetRegistryName(\"contoso\"));")]
    [InlineData("lease = [|AcrTokenMint|](new AcrTokenMintSettings().SetRegistryName(\"contoso\"));")]
    [InlineData("lease = [|AcrTokenMint|](new AcrTokenMintSettings { RegistryName = \"contoso\" });")]
    [InlineData("lease = Client.[|MintTokenAsync|](new() { RegistryName = \"contoso\" }).Result;")]
    [InlineData("[|WithAcrToken|](s => s.SetRegistryName(\"contoso\"), _ => { });")]
    [InlineData("[|AcrTokenGet|](s => s.SetRegistryName(\"contoso\"));")]
    [InlineData("[|AcrTokenGet|](s => s.SetRegistryName(\"contoso\").SetName(null));")]
    [InlineData("[|AcrTokenGet|](s => (s with { Name = \"ci-push\" }));")]
    [InlineData("[|AcrTokenGet|](s => { return s.SetName(\"ci-push\"); });")]
    [InlineData("[|AcrTokenCreate|](s => s.SetRegistryName(\"contoso\").SetName(Lease.Name));")]
    [InlineData("[|AcrScopeMapCreate|](s => s.SetRegistryName(\"contoso\").SetName(\"ci-push\").SetDescription(\"for pushes\"));")]
    [InlineData("[|AcrScopeMapGet|](s => s.SetRegistryName(\"contoso\"));")]
    [InlineData("[|AcrRegistryGet|](s => s.SetResourceGroupName(\"builds\"));")]
    [InlineData("void Local() => [|AcrTokenList|](s => s); Local();")]
    public Task Chain_that_lacks_something_Triggers(string statements) => Check.SourceAsync<SettingIsMissing>(Body(statements));

    [Theory]
    [InlineData(
        "lease = [|AcrTokenMint|](s => s);",
        "'AcrTokenMint' has no registry and no scope and fails before its first request. Add 'SetRegistryName(…)' and 'AddRepository(…)'."
    )]
    [InlineData(
        "[|AcrTokenGet|](s => s);",
        "'AcrTokenGet' has no registry and no name and fails before its first request. Add 'SetRegistryName(…)' and 'SetName(…)'."
    )]
    public Task Message_Lists_all_of_them(string statements, string message) => Check.SourceAsync<SettingIsMissing>(Body(statements), message);

    [Theory]
    [InlineData("lease = AcrTokenMint(s => s.SetRegistryName(\"contoso\").AddRepository(\"samples/app\", AcrPermission.Push));")]
    [InlineData("lease = AcrTokenMint(s => s.SetRegistryName(\"contoso\").AddImage(\"samples/app:1\"));")]
    [InlineData("lease = AcrTokenMint(s => s.SetRegistry(AcrRegistryGet(r => r.SetRegistryName(\"contoso\"))).SetScopeMap(\"ci-push\"));")]
    [InlineData("AcrTokenGet(s => s.SetResourceId(Lease.ResourceId));")]
    [InlineData("AcrTokenDelete(s => s.SetRegistryName(\"contoso\").SetName(Lease.Name));")]
    [InlineData("AcrTokenMintSettings settings = new(); lease = AcrTokenMint(settings);")]
    [InlineData(
        "Configure(s => s); AcrTokenLease Configure(Func<AcrTokenMintSettings, AcrTokenMintSettings> settings) => AcrTokenMint(s => settings(s));"
    )]
    [InlineData(
        "Nuke.Common.Tooling.Configure<AcrTokenMintSettings> shared = s => s; lease = AcrTokenMint(s => "
            + "shared(s).SetLifetime(TimeSpan.FromHours(1)));"
    )]
    [InlineData("AcrTokenGet(s => s.Apply(t => t.SetRegistryName(\"contoso\")).SetName(Lease.Name));")]
    [InlineData("AcrTokenGet(s => s.When(DateTime.Now.Year > 2000, t => t.SetRegistryName(\"contoso\")).SetName(Lease.Name));")]
    [InlineData("AcrTokenGet(s => s.CombineWith(new[] { \"contoso\" }, (t, name) => t.SetRegistryName(name)));")]
    [InlineData("AcrTokenGet(s => s.ResetName());")]
    [InlineData("AcrTokenGet(s => { var t = s; return t; });")]
    [InlineData("AcrTokenGet(s => s.Ours()); ")]
    public Task Chain_that_has_all_or_may_have_DoesNotTrigger(string statements) =>
        Check.SourceAsync<SettingIsMissing>(
            Body(statements)
                + """
                static class Verbs
                {
                    public static AcrTokenGetSettings Ours(this AcrTokenGetSettings settings) => settings.SetRegistryName("contoso").SetName("ci-push");
                }
                """
        );
}
