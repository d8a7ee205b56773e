using AcrTokens.Emulator;

namespace AcrTokens.Integration.Tests;

/// <summary>One simulation, an operation, and the word in a client's output that names the error.</summary>
/// <param name="Name">The name in the documentation.</param>
/// <param name="Simulations">The simulations.</param>
/// <param name="Control">The same simulations for the control API.</param>
/// <param name="Operation"><c>create</c>, <c>disable</c> or <c>delete</c> of a token, or <c>log in</c> to the registry.</param>
/// <param name="Word">The word in the Azure CLI's output; null if nothing fails.</param>
internal sealed record SimulationRow(string Name, EmulatorSimulations Simulations, string Control, string Operation, string? Word)
{
    private const string DeleteRight = "Microsoft.ContainerRegistry/registries/tokens/delete";

    public static IReadOnlyList<SimulationRow> All { get; } =
    [
        new("policy Modify", new() { TokenPolicy = EmulatorTokenPolicy.Modify }, """{"tokenPolicy":"modify"}""", "create", null),
        new("policy Deny", new() { TokenPolicy = EmulatorTokenPolicy.Deny }, """{"tokenPolicy":"deny"}""", "create", "RequestDisallowedByPolicy"),
        new("delete lock", new() { Lock = EmulatorLock.CanNotDelete }, """{"lock":"canNotDelete"}""", "delete", "ScopeLocked"),
        new("read-only lock", new() { Lock = EmulatorLock.ReadOnly }, """{"lock":"readOnly"}""", "disable", "ScopeLocked"),
        new(
            "disabled subscription",
            new() { SubscriptionDisabled = true },
            """{"subscriptionDisabled":true}""",
            "create",
            "ReadOnlyDisabledSubscription"
        ),
        new("missing right", new() { MissingRights = [DeleteRight] }, $$"""{"missingRights":["{{DeleteRight}}"]}""", "delete", "AuthorizationFailed"),
        new("proxy, 404", new() { HtmlProxy = 404 }, """{"htmlProxy":404}""", "delete", "Not Found"),
        new("firewall", new() { Firewall = true }, """{"firewall":true}""", "log in", "have access to registry"),
        new("clock 45 minutes ahead", new() { ClockAhead = TimeSpan.FromMinutes(45) }, """{"clockAhead":"00:45:00"}""", "create", null),
    ];
}
