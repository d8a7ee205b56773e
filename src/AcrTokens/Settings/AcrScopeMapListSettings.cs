namespace AcrTokens;

/// <summary>Settings of <c>AcrScopeMapList</c>, the counterpart of Get-AzContainerRegistryScopeMap without a name.</summary>
public sealed record AcrScopeMapListSettings : AcrSettings
{
    internal override string Task => "AcrScopeMapList";
}
