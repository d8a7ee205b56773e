using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using AcrTokens.Emulator.State;

namespace AcrTokens.Emulator.ResourceManager;

/// <summary>Resource Manager's own operations that clients use: getting the subscription, and finding a registry by its name alone.</summary>
internal sealed partial class SubscriptionsApi(EmulatorState state)
{
    private const string RegistryType = "Microsoft.ContainerRegistry/registries";

    public void Map(ArmSurface arm)
    {
        arm.MapOwn(
            "GET",
            "/subscriptions",
            "Subscriptions_List",
            r => ListPage.Of(r, [state.Options.SubscriptionId], state.Options.PageSize, _ => Subscription())
        );
        arm.MapOwn("GET", ArmSurface.Subscription, "Subscriptions_Get", _ => ArmReply.Ok(Subscription()));
        arm.MapOwn("GET", ArmSurface.Subscription + "/resources", "Resources_List", Resources);
    }

    private ArmReply Resources(ArmCall request)
    {
        var filter = request.Context.Request.Query["$filter"].ToString();
        // Assumed: a registry that the caller may not read is left out.
        IReadOnlyList<RegistryState> found = state.Simulator.Current.MissingRights.Contains(RegistryType + "/read", StringComparer.OrdinalIgnoreCase)
            ? []
            : state.Registries;
        if (filter.Length > 0)
        {
            var match = Filter().Match(filter);
            if (!match.Success)
            {
                throw ArmRefusals.NotEmulated("GET resources with", "$filter=" + filter);
            }

            found = [.. found.Where(registry => Matches(match, "type", RegistryType) && Matches(match, "name", registry.Identity.RegistryName))];
        }

        return ListPage.Of(request, found, state.Options.PageSize, Resource);
    }

    private static bool Matches(Match filter, string group, string value) =>
        !filter.Groups[group].Success || filter.Groups[group].Value.Equals(value, StringComparison.OrdinalIgnoreCase);

    private JsonObject Resource(RegistryState registry) =>
        new()
        {
            ["id"] = registry.Identity.Id,
            ["name"] = registry.Identity.RegistryName,
            ["type"] = RegistryType,
            ["sku"] = new JsonObject { ["name"] = state.Options.Sku.ToString(), ["tier"] = state.Options.Sku.ToString() },
            ["location"] = registry.Identity.Location,
            ["tags"] = new JsonObject(),
        };

    private JsonObject Subscription() =>
        new()
        {
            ["id"] = "/subscriptions/" + state.Options.SubscriptionId,
            ["authorizationSource"] = "RoleBased",
            ["managedByTenants"] = new JsonArray(),
            ["subscriptionId"] = state.Options.SubscriptionId,
            ["tenantId"] = state.Options.TenantId,
            ["displayName"] = "acr-emulator",
            ["state"] = state.Simulator.Current.SubscriptionDisabled ? "Disabled" : "Enabled",
            ["subscriptionPolicies"] = new JsonObject
            {
                ["locationPlacementId"] = "Public_2014-09-01",
                ["quotaId"] = "PayAsYouGo_2014-09-01",
                ["spendingLimit"] = "Off",
            },
        };

    // The filter that clients send to find a registry. Resource Manager supports much more.
    [GeneratedRegex(
        @"\A\s*((resourceType\s+eq\s+'(?<type>[^']*)'|name\s+eq\s+'(?<name>[^']*)')(\s+and\s+(?!\s*\z)|\s*\z))+\z",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Filter();
}
