namespace AcrTokens;

/// <summary>Settings of <c>AcrRegistryGet</c>, the counterpart of Get-AzContainerRegistry with a name.</summary>
public sealed record AcrRegistryGetSettings : AcrSettings
{
    internal override string Task => "AcrRegistryGet";
}
