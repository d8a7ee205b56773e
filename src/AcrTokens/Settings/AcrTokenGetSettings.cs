namespace AcrTokens;

/// <summary>Settings of <c>AcrTokenGet</c>, the counterpart of Get-AzContainerRegistryToken with a name.</summary>
public sealed record AcrTokenGetSettings : AcrTokenSettings
{
    internal override string Task => "AcrTokenGet";
}
