using System.CommandLine;

namespace AcrTokens.Emulator.CommandLine;

/// <summary>The options for the conditions to simulate from the start.</summary>
internal sealed class SimulationOptions
{
    private readonly Option<EmulatorTokenPolicy> tokenPolicy = new("--token-policy")
    {
        Description = "Azure's built-in policy against tokens: Modify disables new ones, Deny refuses them",
    };
    private readonly Option<EmulatorLock> resourceLock = new("--lock") { Description = "A lock on the registries: CanNotDelete or ReadOnly" };
    private readonly Option<bool> subscriptionDisabled = new("--subscription-disabled") { Description = "The subscription can be read only" };
    private readonly Option<bool> firewall = new("--firewall") { Description = "The registries' firewall blocks every client" };
    private readonly Option<string[]> missingRights = new("--missing-right")
    {
        Description = "A right that nobody has, as in Microsoft.ContainerRegistry/registries/tokens/delete; may be given several times",
    };
    private readonly Option<int?> htmlProxy = new("--html-proxy")
    {
        Description = "The HTTP status of a proxy that answers every request with an HTML page",
    };
    private readonly Option<TimeSpan> clockAhead = new("--clock-ahead")
    {
        Description = "How far the service's clock is ahead of the machine's: [-][d.]hh:mm:ss",
    };

    public IEnumerable<Option> All => [tokenPolicy, resourceLock, subscriptionDisabled, firewall, missingRights, htmlProxy, clockAhead];

    public EmulatorSimulations Read(ParseResult parsed) =>
        new()
        {
            TokenPolicy = parsed.GetValue(tokenPolicy),
            Lock = parsed.GetValue(resourceLock),
            SubscriptionDisabled = parsed.GetValue(subscriptionDisabled),
            Firewall = parsed.GetValue(firewall),
            MissingRights = parsed.GetValue(missingRights) ?? [],
            HtmlProxy = parsed.GetValue(htmlProxy),
            ClockAhead = parsed.GetValue(clockAhead),
        };
}
