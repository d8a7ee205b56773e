namespace AcrTokens;

/// <summary>
/// Settings of <c>AcrTokenDelete</c>, the counterpart of Remove-AzContainerRegistryToken. A token that does not exist counts as deleted.
/// </summary>
/// <example><code>s => s.SetRegistryName("contoso.azurecr.io").SetResourceGroupName("builds").SetName("nightly")</code></example>
public sealed record AcrTokenDeleteSettings : AcrTokenWriteSettings, IAcrNoWait
{
    /// <inheritdoc/>
    public bool NoWait { get; init; }

    internal override string Task => "AcrTokenDelete";
}
