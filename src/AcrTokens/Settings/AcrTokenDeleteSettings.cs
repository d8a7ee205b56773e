namespace AcrTokens;

/// <summary>Settings of <c>AcrTokenDelete</c>, the counterpart of Remove-AzContainerRegistryToken. A token that is not there counts as deleted.</summary>
public sealed record AcrTokenDeleteSettings : AcrTokenWriteSettings, IAcrNoWait
{
    /// <inheritdoc/>
    public bool NoWait { get; init; }

    internal override string Task => "AcrTokenDelete";
}
