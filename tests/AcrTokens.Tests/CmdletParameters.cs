using System.Text.RegularExpressions;
using Azure;
using Azure.Core;
using NSubstitute;

namespace AcrTokens.Tests;

/// <summary>Each parameter of the three cmdlets, and the executor's calls for our equivalent.</summary>
public sealed partial class CmdletParameters
{
    private static readonly ResourceIdentifier Token = AcrResourceIds.Token(Substitutes.Registry, "a-token");
    private static readonly ResourceIdentifier ScopeMap = Substitutes.Registry.ScopeMap("_repositories_pull");
    private static readonly AcrTokenCertificate Certificate = new() { Name = AcrTokenCertificateName.Certificate2, EncodedPemCertificate = "cGVt" };

    private readonly AcrExecutor executor = Substitutes.Executor();
    private readonly AcrClient client;

    public CmdletParameters() => client = new AcrClient(executor);

    public static TheoryData<string, AcrTokenCreateSettings, AcrTokenChanges> Creates()
    {
        var s = new AcrTokenCreateSettings().InRegistry().SetName("a-token").SetScopeMap("_repositories_pull");
        var plain = new AcrTokenChanges { ScopeMapId = ScopeMap };
        return new()
        {
            { "Name, RegistryName, ResourceGroupName, SubscriptionId", s, plain },
            { "ResourceGroupName in another case", s.SetResourceGroupName("BUILDS"), plain },
            { "RegistryName as login server", s.SetRegistryName("contoso.azurecr.io"), plain },
            { "RegistryName as resource id", s.SetRegistryName(Substitutes.Registry.ToString()), plain },
            { "ScopeMapId as id", s.SetScopeMap(ScopeMap.ToString()), plain },
            { "Status Enabled", s.Enable(), plain with { Status = AcrTokenStatus.Enabled } },
            { "Status Disabled", s.Disable(), plain with { Status = AcrTokenStatus.Disabled } },
            { "CredentialsCertificate", s.AddCertificate(Certificate), plain with { Certificates = [Certificate] } },
            {
                "CredentialsPassword, to keep",
                s.EnableOverwrite().AddPassword(AcrTokenPasswordName.Password1),
                plain with
                {
                    Passwords = [new() { Name = AcrTokenPasswordName.Password1 }],
                }
            },
            { "InputObject", s.ResetName().SetResourceId(new AcrToken { Id = Token }), plain },
            { "Registry", s.SetRegistry(new AcrRegistry { Id = Substitutes.Registry, LoginServer = "" }), plain },
            {
                "TokenCreateParameter",
                s.SetToken(
                    new AcrToken
                    {
                        Id = Token,
                        ScopeMapId = ScopeMap,
                        Status = AcrTokenStatus.Disabled,
                    }
                ),
                plain with
                {
                    Status = AcrTokenStatus.Disabled,
                }
            },
        };
    }

    public static TheoryData<string, AcrTokenUpdateSettings, AcrTokenChanges> Updates()
    {
        var s = new AcrTokenUpdateSettings().InRegistry().SetName("a-token");
        return new()
        {
            {
                "Status Enabled",
                s.Enable(),
                new() { Status = AcrTokenStatus.Enabled }
            },
            {
                "Status Disabled",
                s.Disable(),
                new() { Status = AcrTokenStatus.Disabled }
            },
            {
                "ScopeMapId leaves the status alone",
                s.SetScopeMap("_repositories_pull"),
                new() { ScopeMapId = ScopeMap }
            },
            {
                "CredentialsPassword, to keep",
                s.AddPassword(AcrTokenPasswordName.Password2),
                new() { Passwords = [new() { Name = AcrTokenPasswordName.Password2 }] }
            },
            {
                "CredentialsPassword, none",
                s.ClearPasswords(),
                new() { Passwords = [] }
            },
            {
                "CredentialsCertificate",
                s.AddCertificate(Certificate),
                new() { Certificates = [Certificate] }
            },
            {
                "CredentialsCertificate, none",
                s.ClearCertificates(),
                new() { Certificates = [] }
            },
            {
                "Id",
                new AcrTokenUpdateSettings().SetResourceId(Token.ToString()).Disable(),
                new() { Status = AcrTokenStatus.Disabled }
            },
            {
                "InputObject",
                new AcrTokenUpdateSettings().SetResourceId(new AcrToken { Id = Token }).Disable(),
                new() { Status = AcrTokenStatus.Disabled }
            },
        };
    }

    [Theory]
    [MemberData(nameof(Creates))]
    public async Task Of_a_create(string parameter, AcrTokenCreateSettings settings, AcrTokenChanges changes)
    {
        await client.CreateTokenAsync(settings);

        Sent(nameof(AcrExecutor.CreateTokenAsync)).ShouldBe((Token, Text(changes), WaitUntil.Completed), parameter);
    }

    [Theory]
    [MemberData(nameof(Updates))]
    public async Task Of_an_update(string parameter, AcrTokenUpdateSettings settings, AcrTokenChanges changes)
    {
        await client.UpdateTokenAsync(settings);

        executor.CallNames().ShouldBe(["UpdateTokenAsync"], "one PATCH, and no look before it");
        Sent(nameof(AcrExecutor.UpdateTokenAsync)).ShouldBe((Token, Text(changes), WaitUntil.Completed), parameter);
    }

    [Fact]
    public async Task NoWait_of_a_create_and_an_update()
    {
        await client.CreateTokenAsync(new AcrTokenCreateSettings().InRegistry().SetName("a-token").SetScopeMap("_repositories_pull").EnableNoWait());
        await client.UpdateTokenAsync(new AcrTokenUpdateSettings().InRegistry().SetName("a-token").Disable().EnableNoWait());

        Sent(nameof(AcrExecutor.CreateTokenAsync)).WaitUntil.ShouldBe(WaitUntil.Started);
        Sent(nameof(AcrExecutor.UpdateTokenAsync)).WaitUntil.ShouldBe(WaitUntil.Started);
    }

    [Theory]
    [InlineData(AcrAdminPasswordName.Password)]
    [InlineData(AcrAdminPasswordName.Password2)]
    public async Task PasswordName_of_a_regeneration(AcrAdminPasswordName name)
    {
        await client.RegenerateAdminCredentialAsync(new AcrCredentialRegenerateSettings().InRegistry().SetPasswordName(name));
        await client.RegenerateAdminCredentialAsync(
            new AcrCredentialRegenerateSettings { PasswordName = name }.SetResourceId(Substitutes.Registry.ToString())
        );

        await executor.Received(2).RegenerateAdminCredentialAsync(Substitutes.Registry, name, Arg.Any<CancellationToken>());
    }

    [Fact]
    public void Are_spelled_in_the_documentation_as_in_the_code()
    {
        var verbs = typeof(AcrSettings).Assembly.GetExportedTypes().SelectMany(t => t.GetMethods()).Select(m => m.Name).ToHashSet();
        var page = File.ReadAllText(Path.Combine(RepositoryRoot.Path, "docs", "coming-from-powershell.md"));

        var spelled = Verb().Matches(page).Select(m => m.Groups[1].Value).Distinct().ToList();

        spelled.Count.ShouldBeGreaterThan(30);
        spelled.Where(v => !verbs.Contains(v)).ShouldBeEmpty();
    }

    private (ResourceIdentifier Id, string Changes, WaitUntil WaitUntil) Sent(string method)
    {
        var arguments = executor.ReceivedCalls().Single(c => c.GetMethodInfo().Name == method).GetArguments();
        return ((ResourceIdentifier)arguments[0]!, Text((AcrTokenChanges)arguments[1]!), (WaitUntil)arguments[2]!);
    }

    // Lists are compared by their items, ids without case.
    private static string Text(AcrTokenChanges changes) =>
        $"{changes.ScopeMapId?.ToString().ToUpperInvariant()} {changes.Status} [{Join(changes.Passwords)}] [{Join(changes.Certificates)}] "
        + $"{changes.Passwords is null} {changes.Certificates is null}";

    private static string Join<T>(IReadOnlyList<T>? items) => string.Join(", ", items ?? []);

    [GeneratedRegex("`(?:s\\.)?((?:Set|Add|Remove|Clear|Enable|Disable|Reset)[A-Za-z]*)\\b")]
    private static partial Regex Verb();
}
