using System.Text.Json.Nodes;
using AcrTokens.Documentation.Tests.Pages;

namespace AcrTokens.Documentation.Tests.Permissions;

/// <summary>The roles of <c>docs/permissions.md</c>.</summary>
public sealed class Roles
{
    private const string Registries = "Microsoft.ContainerRegistry/registries";

    private static readonly Page Permissions = Page.Of("docs/permissions.md");

    [Fact]
    public void Of_builds_have_exactly_the_actions_that_a_mint_and_its_revocation_need() =>
        ActionsOf("minter.json").ShouldBe(NeededRights.Of(new AcrTokenPreflightSettings().SetRegistryName("contoso")));

    [Fact]
    public void Of_builds_are_smaller_where_less_is_needed()
    {
        var all = ActionsOf("minter.json");
        var ofScopeMaps = all.Where(action => action.Contains("/scopeMaps/", StringComparison.Ordinal)).ToList();

        ofScopeMaps.Count.ShouldBe(3);
        Needed(s => s.SetRegistryName("contoso.azurecr.io")).ShouldBe(all.Except([$"{Registries}/read"]));
        Needed(s => s.SetRegistryName("contoso").SetScopeMap("app-push")).ShouldBe(all.Except(ofScopeMaps));
        Needed(s => s.SetRegistryName("contoso").SetToken("ci-push")).ShouldBe(all.Except([.. ofScopeMaps, $"{Registries}/tokens/delete"]));
    }

    // Requests of the sweep as the emulator sees them: what it does without is not needed.
    [Theory]
    [InlineData("Tokens_List", "tokens/read")]
    [InlineData("Tokens_Delete", "tokens/delete")]
    [InlineData("ScopeMaps_List", "scopeMaps/read")]
    [InlineData("ScopeMaps_Delete", "scopeMaps/delete")]
    public async Task Of_sweepers_have_what_a_sweep_requests(string operation, string action)
    {
        var requests = await Sweeping.RequestsAsync();

        requests.ShouldContain(operation);
        ActionsOf("sweeper.json").ShouldContain($"{Registries}/{action}");
    }

    [Fact]
    public async Task Of_sweepers_have_nothing_else()
    {
        // A refused poll is replaced by a read of the token.
        string[] known =
        [
            "OperationResults_Get",
            "Registries_Get",
            "Registries_List",
            "Tokens_List",
            "Tokens_Get",
            "Tokens_Delete",
            "ScopeMaps_List",
            "ScopeMaps_Get",
            "ScopeMaps_Delete",
        ];

        (await Sweeping.RequestsAsync()).Distinct().Except(known).ShouldBeEmpty();
        ActionsOf("sweeper.json").Count.ShouldBe(5);
    }

    [Fact]
    public void Are_those_that_a_refusal_names()
    {
        var advice = string.Join(' ', new[] { "tokens/write", "tokens/read" }.Select(AdviceFor));

        foreach (var role in Permissions.Text.Split('\n').Where(line => line.StartsWith("| Container Registry Co", StringComparison.Ordinal)))
            advice.ShouldContain($"'{role.Split('|')[1].Trim()}'");
    }

    private static string AdviceFor(string action) =>
        ArmAdvice.For(
            403,
            new ArmError("AuthorizationFailed", $"The client does not have authorization to perform action '{Registries}/{action}' over scope 'x'."),
            null!
        )!;

    private static IEnumerable<string> Needed(Func<AcrTokenPreflightSettings, AcrTokenPreflightSettings> configure) =>
        NeededRights.Of(configure(new AcrTokenPreflightSettings()));

    private static List<string> ActionsOf(string file) =>
        [.. JsonNode.Parse(Permissions.Blocks.Single(block => block.File == file).Text)!["Actions"]!.AsArray().Select(action => (string)action!)];
}
