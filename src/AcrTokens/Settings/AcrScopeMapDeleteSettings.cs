namespace AcrTokens;

/// <summary>
/// Settings of <c>AcrScopeMapDelete</c>, the counterpart of Remove-AzContainerRegistryScopeMap. Tokens that use it lose its
/// permissions. A scope map that is not there counts as deleted.
/// </summary>
public sealed record AcrScopeMapDeleteSettings : AcrScopeMapWriteSettings
{
    internal override string Task => "AcrScopeMapDelete";
}
