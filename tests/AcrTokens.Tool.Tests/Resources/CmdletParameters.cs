using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.RegularExpressions;

namespace AcrTokens.Tool.Tests.Resources;

/// <summary>
/// Each parameter of New-AzContainerRegistryToken, Update-AzContainerRegistryToken and Update-AzContainerRegistryCredential has its option: what it
/// sends.
/// </summary>
public sealed partial class CmdletParameters : IAsyncLifetime
{
    private const string Group = "/subscriptions/11111111-2222-3333-4444-555555555555/resourceGroups/my-resource-group";
    private const string Registry = $"{Group}/providers/Microsoft.ContainerRegistry/registries/myregistry";
    private const string Pull = $"{Registry}/scopeMaps/_repositories_pull";
    private const string Create = "token create --name a-token --registry myregistry --scope-map _repositories_pull";
    private const string Update = "token update --name a-token --registry myregistry";
    private const string Renew = "credential renew --registry myregistry";
    private const string PullSent = $"\"scopeMapId\":\"{Pull}\"";

    private ToolEmulator emulator = null!;

    public static TheoryData<string, string, string> Sent =>
        new()
        {
            { "Name", Create, $"PUT {Registry}/tokens/a-token {{" },
            { "RegistryName", Create, PullSent },
            { "RegistryName", Create.Replace("myregistry", Registry, StringComparison.Ordinal), PullSent },
            { "ResourceGroupName", $"{Create} --resource-group my-resource-group", PullSent },
            { "SubscriptionId", $"{Create} --subscription 11111111-2222-3333-4444-555555555555", PullSent },
            { "ScopeMapId", Create.Replace("_repositories_pull", Pull, StringComparison.Ordinal), PullSent },
            { "Status", $"{Create} --status disabled", "\"status\":\"disabled\"" },
            { "Status", $"{Update} --status enabled", "{\"properties\":{\"status\":\"enabled\"}}" },
            { "ScopeMapId", $"{Update} --scope-map _repositories_pull", $"{{\"properties\":{{{PullSent}}}}}" },
            { "CredentialsCertificate", $"{Create} --certificate-file CERTIFICATE", "\"certificates\":[{\"name\":\"certificate1\"" },
            {
                "CredentialsCertificate: Name",
                $"{Update} --certificate-file certificate2=CERTIFICATE",
                "{\"properties\":{\"credentials\":{\"certificates\":[{\"name\":\"certificate2\""
            },
            { "CredentialsCertificate: EncodedPemCertificate", $"{Update} --certificate-file CERTIFICATE", "\"encodedPemCertificate\":\"LS0tLS1" },
            { "CredentialsCertificate: Expiry", $"{Update} --certificate-file CERTIFICATE", "\"expiry\":\"2030-01-01T00:00:00" },
            { "CredentialsCertificate: Thumbprint", $"{Update} --certificate-file CERTIFICATE", "\"thumbprint\":\"" },
            { "CredentialsCertificate", $"{Update} --clear-certificates", "{\"properties\":{\"credentials\":{\"certificates\":[]}}}" },
            {
                "CredentialsPassword: Name",
                $"{Update} --keep-password password2",
                "{\"properties\":{\"credentials\":{\"passwords\":[{\"name\":\"password2\"}]}}}"
            },
            {
                "CredentialsPassword: CreationTime",
                $"{Create} --overwrite --keep-password password1,creationTime=2026-11-21T06:30:00Z",
                "\"creationTime\":\"2026-11-21T06:30:00"
            },
            { "CredentialsPassword: Expiry", $"{Update} --keep-password password1,expiry=2031-11-21T06:30:00Z", "\"expiry\":\"2031-11-21T06:30:00" },
            { "CredentialsPassword", $"{Update} --clear-passwords", "{\"properties\":{\"credentials\":{\"passwords\":[]}}}" },
            { "TokenCreateParameter", "token create --name a-token --registry myregistry --from TOKEN", "\"status\":\"disabled\"" },
            { "InputObject", $"token update --id {Registry}/tokens/a-token --from TOKEN", "\"status\":\"disabled\"" },
            { "Id", $"token update --id {Registry}/tokens/a-token --status disabled", $"PATCH {Registry}/tokens/a-token {{" },
            { "Registry", $"token create --name a-token --registry {Registry} --scope-map _repositories_pull", PullSent },
            { "Registry", $"credential renew --registry {Registry} --password-name password", "{\"name\":\"password\"}" },
            { "PasswordName", $"{Renew} --password-name password2", $"POST {Registry}/regenerateCredential {{\"name\":\"password2\"}}" },
            { "RegenerateCredentialParameter", $"{Renew} --password-name PASSWORD", "{\"name\":\"password\"}" },
            { "DefaultProfile", $"{Update} --status disabled --emulator EMULATOR", "\"status\":\"disabled\"" },
        };

    /// <summary>Those that send no other body, and where they are tested.</summary>
    private static IEnumerable<string> Elsewhere => ["AsJob", "NoWait", "WhatIf", "Confirm"];

    public async Task InitializeAsync()
    {
        emulator = await ToolEmulator.StartAsync();
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var certificate = new CertificateRequest("CN=ci", key, HashAlgorithmName.SHA256).CreateSelfSigned(
            new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.Zero),
            new DateTimeOffset(2030, 1, 1, 0, 0, 0, TimeSpan.Zero)
        );
        await File.WriteAllTextAsync(FileOf("CERTIFICATE"), certificate.ExportCertificatePem());
        await File.WriteAllTextAsync(FileOf("TOKEN"), $$"""{ "scopeMapId": "{{Pull}}", "status": "disabled", "name": "another" }""");
    }

    public Task DisposeAsync() => emulator.DisposeAsync().AsTask();

    [Theory]
    [MemberData(nameof(Sent))]
    public async Task Are_sent(string parameter, string command, string part)
    {
        if (!command.StartsWith("token create", StringComparison.Ordinal) || command.Contains("--overwrite", StringComparison.Ordinal))
        {
            await emulator.TokenAsync("a-token");
            await emulator.PasswordsAsync("a-token");
        }

        var before = emulator.Service.Requests.Count;

        var run = await emulator.RunAsync(Words(command));

        run.ExitCode.ShouldBe(0, $"{parameter}: {run.Error}");
        emulator
            .Service.Requests.Skip(before)
            .Where(request => request.Method is "PUT" or "PATCH" or "POST" && request.Path.Contains("/registries/", StringComparison.Ordinal))
            .Select(request => $"{request.Method} {request.Path} {request.Body}")
            .ShouldHaveSingleItem()
            .ShouldContain(part, Case.Sensitive, parameter);
    }

    [Fact]
    public async Task NoWait_returns_with_the_first_answer()
    {
        emulator.Service.AddFault(new("Tokens_Create") { AnswerPatch = "{\"properties\":{\"provisioningState\":\"Creating\"}}" });

        var run = await emulator.RunAsync(Words($"{Create} --no-wait --output json"));

        run.Output.ShouldContain("\"Creating\"");
    }

    [Theory]
    [InlineData(Create)]
    [InlineData($"{Update} --status disabled")]
    [InlineData($"{Renew} --password-name password")]
    public async Task WhatIf_says_what_would_be_sent(string command)
    {
        var run = await emulator.RunAsync(Words($"{command} --what-if"));

        run.ExitCode.ShouldBe(0);
        run.Output.ShouldBe("");
        run.Error.ShouldContain("What if: P");
        emulator.Service.Requests.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(Create)]
    [InlineData($"{Update} --status disabled")]
    [InlineData($"{Renew} --password-name password")]
    public async Task Confirm_without_a_terminal_sends_nothing(string command)
    {
        var run = await emulator.RunAsync(Words($"{command} --confirm"));

        run.ExitCode.ShouldBe(2);
        run.Error.ShouldContain("there is no terminal to ask on");
        emulator.Service.Requests.ShouldBeEmpty();
    }

    [Fact]
    public void Are_all_here()
    {
        var page = File.ReadLines(Path.Combine(RepositoryRoot.Path, "docs", "coming-from-powershell.md"));
        var rows = page.SkipWhile(line => !line.StartsWith("| Cmdlet parameter", StringComparison.Ordinal))
            .Skip(2)
            .TakeWhile(line => line.StartsWith('|'))
            .Select(line => line.Split('|')[1].Trim())
            .Where(row => row != "output");

        var parameters = new List<string>();
        foreach (var row in rows)
        foreach (var name in Parameter().Matches(row.Split(", alias")[0]).Select(match => match.Groups[1].Value))
            parameters.Add(row.StartsWith('—') ? $"{parameters.FindLast(p => !p.Contains(':', StringComparison.Ordinal))}: {name}" : name);

        parameters.Count.ShouldBeGreaterThan(20);
        parameters.Except(Sent.Select(row => (string)row[0])).Except(Elsewhere).ShouldBeEmpty();
    }

    private string[] Words(string command) =>
        [
            .. command
                .Split(' ')
                .Select(word =>
                    word.Replace("CERTIFICATE", FileOf("CERTIFICATE"))
                        .Replace("TOKEN", FileOf("TOKEN"))
                        .Replace("EMULATOR", $"{emulator.Service.ResourceManagerEndpoint}")
                ),
        ];

    private string FileOf(string name) => Path.Combine(emulator.Folder, name);

    [GeneratedRegex("`([A-Za-z]+)(\\[\\])?`")]
    private static partial Regex Parameter();
}
