namespace AcrTokens.Emulator;

/// <summary>Which of Azure's two built-in policies against tokens is assigned to the subscription.</summary>
public enum EmulatorTokenPolicy
{
    /// <summary>Neither.</summary>
    None,

    /// <summary>
    /// "Configure container registries to disable repository scoped access token": whatever would leave a token enabled leaves it
    /// <c>disabled</c>, and nothing but the answer's <c>status</c> says so.
    /// </summary>
    Modify,

    /// <summary>
    /// "Container registries should have repository scoped access token disabled": whatever would leave a token enabled is answered 403
    /// <c>RequestDisallowedByPolicy</c>.
    /// </summary>
    Deny,
}
