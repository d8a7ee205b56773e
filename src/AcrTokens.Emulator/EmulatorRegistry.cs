namespace AcrTokens.Emulator;

/// <summary>The addresses of a registry of an <see cref="AcrEmulator"/>.</summary>
/// <param name="Name">Its name in Resource Manager.</param>
/// <param name="ResourceId">Its id in Resource Manager.</param>
/// <param name="Endpoint">The http address of the registry and its token server.</param>
/// <param name="HttpsEndpoint">The https address of the registry and its token server; <see langword="null"/> if the options set none.</param>
public sealed record EmulatorRegistry(string Name, string ResourceId, Uri Endpoint, Uri? HttpsEndpoint)
{
    /// <summary>
    /// The login server that Resource Manager returns: the https address if there is one, as with every real registry, otherwise the http address.
    /// </summary>
    public string LoginServer => (HttpsEndpoint ?? Endpoint).Authority;
}
