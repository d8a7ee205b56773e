using System.Text.Json.Nodes;
using AcrTokens.Emulator.ResourceManager;
using AcrTokens.Emulator.State;

namespace AcrTokens.Emulator.Simulations;

/// <summary>Azure's two built-in policies against tokens. Both evaluate the resulting token, not the request.</summary>
internal sealed class TokenPolicies(EmulatorState state)
{
    private const string TokenType = "Microsoft.ContainerRegistry/registries/tokens";
    private const string Definition = "ff05e24e-195c-447e-b322-5e90c9f9f366";
    private const string Title = "Container registries should have repository scoped access token disabled.";

    // The assignment's name is invented, as it is in every subscription.
    private const string Assignment = "deny-registry-tokens";

    private string AssignmentScope => "/subscriptions/" + state.Options.SubscriptionId;

    private string AssignmentId => $"{AssignmentScope}/providers/Microsoft.Authorization/policyAssignments/{Assignment}";

    private static string DefinitionId => "/providers/Microsoft.Authorization/policyDefinitions/" + Definition;

    /// <summary>Applies the policy to a token: disables it, or refuses the request.</summary>
    public StoredToken Apply(StoredToken token) =>
        state.Simulator.Current.TokenPolicy switch
        {
            EmulatorTokenPolicy.Modify => token with { Enabled = false },
            EmulatorTokenPolicy.Deny when token.Enabled => throw ArmRefusals.DisallowedByPolicy(token.Name, Identifiers(), Violation()),
            _ => token,
        };

    private JsonArray Identifiers() =>
        new(
            new JsonObject
            {
                ["policyAssignment"] = new JsonObject { ["name"] = Title, ["id"] = AssignmentId },
                ["policyDefinition"] = new JsonObject { ["name"] = Title, ["id"] = DefinitionId },
            }
        );

    private JsonObject Violation() =>
        new()
        {
            ["evaluationDetails"] = new JsonObject
            {
                ["evaluatedExpressions"] = new JsonArray(
                    Expression("type", TokenType, "Equals", TokenType),
                    Expression(TokenType + "/status", "enabled", "NotEquals", "disabled")
                ),
            },
            ["policyDefinitionId"] = DefinitionId,
            ["policyDefinitionName"] = Definition,
            ["policyDefinitionDisplayName"] = Title,
            ["policyDefinitionEffect"] = "Deny",
            ["policyAssignmentId"] = AssignmentId,
            ["policyAssignmentName"] = Assignment,
            ["policyAssignmentDisplayName"] = Title,
            ["policyAssignmentScope"] = AssignmentScope,
            ["policyAssignmentParameters"] = new JsonObject(),
        };

    private static JsonObject Expression(string field, string value, string comparison, string target) =>
        new()
        {
            ["result"] = "True",
            ["expressionKind"] = "Field",
            ["expression"] = field,
            ["path"] = field == "type" ? field : "properties.status",
            ["expressionValue"] = value,
            ["targetValue"] = target,
            ["operator"] = comparison,
        };
}
