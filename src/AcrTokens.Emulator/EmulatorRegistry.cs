namespace AcrTokens.Emulator;

/// <summary>Where a registry of an <see cref="AcrEmulator"/> is to be found.</summary>
/// <param name="Name">Its name in Resource Manager.</param>
/// <param name="ResourceId">Its id in Resource Manager.</param>
/// <param name="Endpoint">The http address of the registry and its token server.</param>
/// <param name="HttpsEndpoint">The https address of the same; <see langword="null"/> where the options ask for none.</param>
public sealed record EmulatorRegistry(string Name, string ResourceId, Uri Endpoint, Uri? HttpsEndpoint)
{
    /// <summary>
    /// What Resource Manager calls its login server: the https address where there is one, as every real registry's is, else the http one.
    /// </summary>
    public string LoginServer => (HttpsEndpoint ?? Endpoint).Authority;
}
