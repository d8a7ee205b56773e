using System.Globalization;

namespace AcrTokens.AzureSdk.Tests;

/// <summary>How many requests each task takes. The table in docs/decisions/0001-executor.md is checked here.</summary>
public abstract partial class Executors
{
    private static readonly string[] Decision = File.ReadAllLines(Path.Combine(RepositoryRoot.Path, "docs", "decisions", "0001-executor.md"));

    public static TheoryData<string> CountedTasks => [.. Counted.Keys];

    // Each runs on a registry that has a token with both passwords and a scope map.
    private static Dictionary<string, Func<AcrClient, string, Task>> Counted { get; } =
        new()
        {
            ["`AcrTokenMint`, with `SetScopeMap`"] = (client, registry) =>
                client.MintTokenAsync(new AcrTokenMintSettings().SetRegistryName(registry).SetScopeMap("a-map")),
            ["`AcrTokenMint`, with `AddRepository`"] = (client, registry) =>
                client.MintTokenAsync(new AcrTokenMintSettings().SetRegistryName(registry).AddRepository("samples/hello", AcrPermission.Push)),
            ["`AcrTokenPrepare` and `Mint`, with `SetScopeMap`"] = MintPreparedAsync,
            ["`AcrTokenRevoke`"] = (client, registry) =>
                client.RevokeTokenAsync(new AcrTokenRevokeSettings().SetRegistryName(registry).SetName("a-token")),
            ["`AcrTokenCreate`"] = (client, registry) =>
                client.CreateTokenAsync(new AcrTokenCreateSettings().SetRegistryName(registry).SetName("another").SetScopeMap("a-map")),
            ["`AcrTokenUpdate`"] = (client, registry) =>
                client.UpdateTokenAsync(new AcrTokenUpdateSettings().SetRegistryName(registry).SetName("a-token").Disable()),
            ["`AcrTokenGet`"] = (client, registry) => client.GetTokenAsync(new AcrTokenGetSettings().SetRegistryName(registry).SetName("a-token")),
            ["`AcrTokenList`"] = async (client, registry) =>
                await client.ListTokensAsync(new AcrTokenListSettings().SetRegistryName(registry)).ToListAsync(),
            ["`AcrTokenDelete`"] = (client, registry) =>
                client.DeleteTokenAsync(new AcrTokenDeleteSettings().SetRegistryName(registry).SetName("a-token")),
            ["`AcrTokenCredentialGenerate`"] = (client, registry) =>
                client.GenerateTokenCredentialAsync(
                    new AcrTokenCredentialGenerateSettings()
                        .SetRegistryName(registry)
                        .SetName("a-token")
#pragma warning disable ACRT3003 // the emulator's clock may be ahead
                        .SetExpiresOn(DateTimeOffset.UtcNow.AddYears(100))
#pragma warning restore ACRT3003
                ),
            ["`AcrTokenCredentialDelete`, one password"] = (client, registry) =>
                client.DeleteTokenCredentialAsync(
                    new AcrTokenCredentialDeleteSettings()
                        .SetRegistryName(registry)
                        .SetName("a-token")
                        .SetPasswordName(AcrTokenPasswordName.Password1)
                ),
            ["`AcrScopeMapCreate`"] = (client, registry) =>
                client.CreateScopeMapAsync(
                    new AcrScopeMapCreateSettings().SetRegistryName(registry).SetName("another").AddRepository("a", AcrPermission.Pull)
                ),
            ["`AcrScopeMapUpdate`, description"] = (client, registry) =>
                client.UpdateScopeMapAsync(new AcrScopeMapUpdateSettings().SetRegistryName(registry).SetName("a-map").SetDescription("for a")),
            ["`AcrScopeMapDelete`"] = (client, registry) =>
                client.DeleteScopeMapAsync(new AcrScopeMapDeleteSettings().SetRegistryName(registry).SetName("a-map")),
            ["`AcrRegistryGet`"] = (client, registry) => client.GetRegistryAsync(new AcrRegistryGetSettings().SetRegistryName(registry)),
            ["`AcrCredentialGet`"] = (client, registry) => client.GetAdminCredentialAsync(new AcrCredentialGetSettings().SetRegistryName(registry)),
            ["`AcrCredentialRegenerate`"] = (client, registry) =>
                client.RegenerateAdminCredentialAsync(
                    new AcrCredentialRegenerateSettings().SetRegistryName(registry).SetPasswordName(AcrAdminPasswordName.Password)
                ),
        };

    private protected abstract string Column { get; }

    [Theory]
    [MemberData(nameof(CountedTasks))]
    public async Task Take_the_requests_that_the_decision_counts(string task)
    {
        await using var emulation = await Emulation.StartAsync(o => o with { AdminUserEnabled = true });
        var executor = Make(emulation);
        await executor.CreateScopeMapAsync(
            emulation.ScopeMap,
            new() { Actions = ["repositories/a/content/read"] },
            Azure.WaitUntil.Completed,
            default
        );
        await CreateAsync(executor, emulation);
        await executor.GenerateCredentialsAsync(emulation.Token, null, null, default);
        emulation.Wire.Sent.Clear();

        await Counted[task](new AcrClient(executor, emulation.ClientOptions), emulation.Registry.ToString());

        emulation.Wire.Sent.Count.ShouldBe(Documented(task), $"{Column}: {string.Join(", ", emulation.Wire.Sent)}");
    }

    [Fact]
    public void Have_every_row_of_the_decisions_table_counted() =>
        Decision.Where(line => line.StartsWith("| `Acr", StringComparison.Ordinal)).Select(line => Cells(line)[0]).ShouldBe(Counted.Keys);

    private static async Task<AcrTokenLease> MintPreparedAsync(AcrClient client, string registry)
    {
        var prepared = await client.PrepareTokenAsync(new AcrTokenMintSettings().SetRegistryName(registry).SetScopeMap("a-map"));
        return await prepared.MintAsync();
    }

    private int Documented(string task)
    {
        var column = Array.IndexOf(Cells(Decision.Single(line => line.StartsWith("| Task |", StringComparison.Ordinal))), Column);
        return int.Parse(
            Cells(Decision.Single(line => line.StartsWith($"| {task} |", StringComparison.Ordinal)))[column],
            CultureInfo.InvariantCulture
        );
    }

    private static string[] Cells(string row) => [.. row.Trim('|').Split('|').Select(cell => cell.Trim())];
}
