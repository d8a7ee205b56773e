namespace AcrTokens;

/// <summary>
/// What a host's configuration says about the client, usually in a section named <c>AcrTokens</c>. Settings that no configuration can hold, such as
/// a transport or an audit log, belong to <see cref="AcrClientOptions"/>: <c>services.Configure&lt;AcrClientOptions&gt;(…)</c>.
/// </summary>
/// <example>
/// <code language="json">
/// {
///   "AcrTokens": {
///     "SubscriptionId": "00000000-0000-0000-0000-000000000000",
///     "RevokeTimeout": "00:00:20"
///   }
/// }
/// </code>
/// </example>
public sealed class AcrTokensOptions
{
    /// <summary>
    /// The emulator's Resource Manager, an https address of this machine, for development. The client then talks to the emulator alone, and signs in
    /// as its application; <see cref="Cloud"/> and <see cref="SubscriptionId"/>, which are Azure's, do not apply. Default: null, for Azure.
    /// </summary>
    public Uri? Emulator { get; set; }

    /// <summary>
    /// The Azure cloud: <c>AzurePublicCloud</c>, <c>AzureChina</c> or <c>AzureGovernment</c>. Default: null, for the cloud of
    /// <see cref="AcrClientOptions"/>, which is the global one unless code sets another.
    /// </summary>
    public string? Cloud { get; set; }

    /// <inheritdoc cref="AcrClientOptions.SubscriptionId"/>
    public string? SubscriptionId { get; set; }

    /// <inheritdoc cref="AcrClientOptions.OperationTimeout"/>
    public TimeSpan? OperationTimeout { get; set; }

    /// <inheritdoc cref="AcrClientOptions.RevokeTimeout"/>
    public TimeSpan? RevokeTimeout { get; set; }

    /// <inheritdoc cref="AcrClientOptions.AcquirePolicyToken"/>
    public bool? AcquirePolicyToken { get; set; }

    /// <inheritdoc cref="AcrClientOptions.ChangeReference"/>
    public string? ChangeReference { get; set; }
}
