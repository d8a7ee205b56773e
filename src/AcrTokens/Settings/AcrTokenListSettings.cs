namespace AcrTokens;

/// <summary>Settings of <c>AcrTokenList</c>, the counterpart of Get-AzContainerRegistryToken without a name.</summary>
public sealed record AcrTokenListSettings : AcrSettings
{
    internal override string Task => "AcrTokenList";
}
