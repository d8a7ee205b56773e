namespace AcrTokens.Emulator;

/// <summary>Which of Azure's two built-in policies against tokens is assigned to the subscription.</summary>
public enum EmulatorTokenPolicy
{
    /// <summary>Neither.</summary>
    None,

    /// <summary>
    /// "Configure container registries to disable repository scoped access token": a request that would leave a token enabled leaves it
    /// <c>disabled</c>. Only the <c>status</c> in the response shows it.
    /// </summary>
    Modify,

    /// <summary>
    /// "Container registries should have repository scoped access token disabled": a request that would leave a token enabled fails with 403
    /// <c>RequestDisallowedByPolicy</c>.
    /// </summary>
    Deny,
}
