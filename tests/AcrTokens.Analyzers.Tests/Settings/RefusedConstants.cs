namespace AcrTokens.Analyzers.Tests;

using static Sources;

public sealed class RefusedConstants
{
    private const string Subscription = "00000000-0000-0000-0000-000000000000";
    private const string Fifty = "a123456789b123456789c123456789d123456789e123456789";
    private const string LongestRepository = Fifty + "/" + Fifty + "/" + Fifty + "/" + Fifty + "/" + Fifty + "a";

    [Theory]
    [InlineData(
        "AcrTokenGet(s => s.SetName([|\"ci_push\"|]));",
        "'ci_push' is not a token's name and is refused. Use 5 to 50 letters, digits and hyphens."
    )]
    [InlineData(
        "AcrScopeMapGet(s => s.SetName([|\"ci push\"|]));",
        "'ci push' is not a scope map's name and is refused. Use 5 to 50 letters, digits, hyphens and underscores."
    )]
    [InlineData(
        "AcrTokenCreate(s => s.SetScopeMap([|\"push\"|]));",
        "'push' is not a scope map and is refused. Use its name (5 to 50 letters, digits, hyphens and underscores) or its full resource id."
    )]
    [InlineData(
        "AcrTokenList(s => s.SetRegistryName([|\"https://contoso.azurecr.io/app\"|]));",
        "'https://contoso.azurecr.io/app' is not a registry and is refused. Use its name (5 to 50 letters and digits), its login server "
            + "(contoso.azurecr.io) or its full resource id."
    )]
    [InlineData(
        "lease = AcrTokenMint(s => s.SetNamePrefix([|\"-ci\"|]));",
        "'-ci' is not a prefix of a token's name and is refused. Use a letter, then up to 11 letters, digits and hyphens."
    )]
    [InlineData(
        "lease = AcrTokenMint(s => s.AddRepository([|\"samples/*/app\"|], AcrPermission.Push));",
        "'samples/*/app' is not a repository and is refused. Use lower-case parts between slashes, a wildcard only as the last part, no "
            + "tag and no other registry."
    )]
    [InlineData(
        "lease = AcrTokenMint(s => s.SetLifetime([|TimeSpan.FromSeconds(30)|]));",
        "'00:00:30' is not a lifetime and is refused. Use at least 1 minute."
    )]
    [InlineData(
        "AcrTokenCredentialGenerate(s => s.SetLifetime([|TimeSpan.Zero|]));",
        "'00:00:00' is not a lifetime and is refused. Use more than zero."
    )]
    public Task Constant_Triggers(string statements, string message) => Check.SourceAsync<ConstantIsRefused>(Body(statements), message);

    [Theory]
    [InlineData("const string name = \"a.b.c\"; AcrTokenGet(s => s.SetName([|name|]));")]
    [InlineData("var settings = new AcrTokenGetSettings { Name = [|\"no\"|], RegistryName = [|\"no\"|] };")]
    [InlineData("var settings = new AcrTokenGetSettings(); settings = settings with { Name = [|\"no\"|] };")]
    [InlineData("var scope = new AcrRepositoryScope([|\"Samples/App\"|], AcrPermission.Push);")]
    [InlineData("AcrScopeMapCreate(s => s.AddRepository([|\"samples/app:1.0\"|], AcrPermission.Push));")]
    [InlineData("lease = AcrTokenMint(s => s.SetLifetime([|new TimeSpan(0, 0, 59)|]));")]
    [InlineData("lease = AcrTokenMint(s => s.SetLifetime([|default(TimeSpan)|]));")]
    [InlineData("AcrTokenPreflight(s => s.SetScopeMap([|\"no\"|]));")]
    [InlineData("AcrTokenSweep(s => s.SetNamePrefix([|\"\"|]));")]
    [InlineData("AcrTokenList(s => s.SetRegistryName([|\"/subscriptions/1\"|]));")]
    public Task Constant_in_other_places_Triggers(string statements) => Check.SourceAsync<ConstantIsRefused>(Body(statements));

    [Theory]
    [InlineData("AcrTokenGet(s => s.SetName(\"ci-push\").SetRegistryName(\"contoso\"));")]
    [InlineData("AcrTokenGet(s => s.SetRegistryName(\"contoso.azurecr.io\"));")]
    [InlineData("AcrTokenGet(s => s.SetRegistryName(\"localhost:5000\"));")]
    [InlineData(
        "AcrTokenGet(s => s.SetRegistryName(\"/subscriptions/1/resourceGroups/builds/providers/Microsoft.ContainerRegistry/registries/contoso\"));"
    )]
    [InlineData("AcrTokenCreate(s => s.SetScopeMap(\"_repositories_pull\").SetName(null));")]
    [InlineData("AcrTokenGet(s => s.SetName(Lease.Name + \"!\"));")]
    [InlineData("lease = AcrTokenMint(s => s.AddRepository(\"samples/*\", AcrPermission.Push).AddRepository(\"*\", AcrPermission.Pull));")]
    [InlineData("lease = AcrTokenMint(s => s.SetLifetime(TimeSpan.FromMinutes(1)));")]
    [InlineData("lease = AcrTokenMint(s => s.SetLifetime(TimeSpan.FromSeconds(DateTime.Now.Second)));")]
    [InlineData("AcrTokenCredentialGenerate(s => s.SetLifetime(TimeSpan.FromSeconds(30)));")]
    public Task What_is_accepted_DoesNotTrigger(string statements) => Check.SourceAsync<ConstantIsRefused>(Body(statements));

    /// <summary>Asks the library too, so that the two cannot differ.</summary>
    [Theory]
    [InlineData("a-b-c")]
    [InlineData("ab-c")]
    [InlineData("a_b_c")]
    [InlineData("A1234")]
    [InlineData("contoso\n")]
    [InlineData("_repositories_pull")]
    [InlineData("contoso.azurecr.io")]
    [InlineData("contoso-abc.azurecr.cn")]
    [InlineData("contoso.azurecr.com")]
    [InlineData("CONTOSO.AZURECR.US")]
    [InlineData("samples/app")]
    [InlineData("samples//app")]
    [InlineData("samples__app")]
    [InlineData("samples___app")]
    [InlineData("samples/*")]
    [InlineData("*")]
    [InlineData("**")]
    [InlineData("samples*")]
    [InlineData("Samples")]
    [InlineData("samples-.app")]
    [InlineData("samples--app")]
    [InlineData("samples.-app")]
    [InlineData("samples_-app")]
    [InlineData("samples..app")]
    [InlineData("samples-")]
    [InlineData("-samples")]
    [InlineData("/samples")]
    [InlineData("samples/")]
    [InlineData("*/samples")]
    [InlineData("contoso-.azurecr.io")]
    [InlineData("contoso-a-b.azurecr.io")]
    [InlineData("a.azurecr.io")]
    [InlineData("\u017famples")]
    [InlineData("contos\u00f6")]
    [InlineData("twelve-chars")]
    [InlineData("thirteen-char")]
    [InlineData("1samples")]
    [InlineData("https://contoso.azurecr.io/")]
    [InlineData("http://contoso.azurecr.io.")]
    [InlineData("https://contoso.azurecr.io//")]
    [InlineData("https://contoso")]
    [InlineData("contoso.eastus.geo.azurecr.io")]
    [InlineData("Contoso-A1b2.EastUS.geo.azurecr.cn")]
    [InlineData("contoso.eastus.data.azurecr.io")]
    [InlineData("contoso..geo.azurecr.io")]
    [InlineData("contoso-a1b2c3")]
    [InlineData("contoso.azurecr.io/samples/app")]
    [InlineData("contoso-a1b2.eastus.geo.azurecr.io/samples/app")]
    [InlineData("contoso.azurecr.io/samples/app:1")]
    [InlineData("contoso.azurecr.io/repositories/app")]
    [InlineData("oci://contoso.azurecr.io/charts")]
    [InlineData("oci://ghcr.io/charts")]
    [InlineData("ghcr.io/org/app")]
    [InlineData("docker.io")]
    [InlineData("europe-docker.pkg.dev/project/app")]
    [InlineData("my.app/web")]
    [InlineData("repositories/app")]
    [InlineData("")]
    [InlineData("123456789-123456789-123456789-123456789-123456789-")]
    [InlineData("123456789-123456789-123456789-123456789-123456789-1")]
    [InlineData(LongestRepository)]
    [InlineData(LongestRepository + "a")]
    public async Task Names_Are_refused_as_the_library_does(string name)
    {
        var client = new AcrClient(
            null,
            new AcrClientOptions { Cloud = new AcrCloud(new Uri("https://management.example.com"), "https://management.example.com") }
        ); // which no name contradicts
        Names
            .IsToken(name)
            .ShouldBe(
                await AcceptsAsync(() =>
                    client.GetTokenAsync(
                        new()
                        {
                            Name = name,
                            RegistryName = "contoso",
                            ResourceGroupName = "",
                            SubscriptionId = Subscription,
                        }
                    )
                ),
                "a token"
            );
        Names
            .IsScopeMap(name)
            .ShouldBe(
                await AcceptsAsync(() =>
                    client.GetScopeMapAsync(
                        new()
                        {
                            Name = name,
                            RegistryName = "contoso",
                            ResourceGroupName = "",
                            SubscriptionId = Subscription,
                        }
                    )
                ),
                "a scope map"
            );
        Names
            .IsRegistry(name)
            .ShouldBe(
                await AcceptsAsync(() =>
                    client.GetRegistryAsync(
                        new()
                        {
                            RegistryName = name,
                            ResourceGroupName = "",
                            SubscriptionId = Subscription,
                        }
                    )
                ),
                "a registry"
            );
        Names
            .IsPrefix(name)
            .ShouldBe(
                await AcceptsAsync(() =>
                    client.SweepTokensAsync(
                        new()
                        {
                            NamePrefix = name,
                            RegistryName = "contoso",
                            ResourceGroupName = "",
                            SubscriptionId = Subscription,
                        }
                    )
                ),
                "a prefix"
            );
        Names
            .IsRepository(name)
            .ShouldBe(
                await AcceptsAsync(() =>
                    client.MintTokenAsync(
                        new()
                        {
                            Repositories = [new(name, AcrPermission.Pull)],
                            RegistryName = "contoso",
                            ResourceGroupName = "",
                            SubscriptionId = Subscription,
                        }
                    )
                ),
                "a repository"
            );
        Names
            .IsScopeMapReference(name)
            .ShouldBe(
                await AcceptsAsync(() =>
                    client.MintTokenAsync(
                        new()
                        {
                            ScopeMap = name,
                            RegistryName = "contoso",
                            ResourceGroupName = "",
                            SubscriptionId = Subscription,
                        }
                    )
                ),
                "the scope map of a mint"
            );
    }

    // No request is sent: the resource group is refused whatever the name. All mistakes are in one message.
    private static async Task<bool> AcceptsAsync(Func<Task> task)
    {
        var refusal = (await Should.ThrowAsync<AcrException>(task)).Message;
        refusal.ShouldContain("resource group");
        return !refusal.Contains("; ", StringComparison.Ordinal);
    }
}
