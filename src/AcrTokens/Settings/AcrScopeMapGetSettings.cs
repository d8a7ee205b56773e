namespace AcrTokens;

/// <summary>Settings of <c>AcrScopeMapGet</c>, the counterpart of Get-AzContainerRegistryScopeMap with a name.</summary>
public sealed record AcrScopeMapGetSettings : AcrScopeMapSettings
{
    internal override string Task => "AcrScopeMapGet";
}
