namespace AcrTokens;

public sealed partial class AcrClient
{
    /// <summary>
    /// A client of the emulator whose exports, which <c>acr-emulator</c> prints at its start, are in this process's environment: it signs in
    /// as the emulator's application, trusts the emulator's certificate, and talks to this machine alone.
    /// </summary>
    /// <param name="configure">What else to set, such as the log.</param>
    /// <returns>The client. Its <c>SetRegistryName</c> takes a registry's name, and <c>ACR_EMULATOR_LOGIN_SERVER</c> as well.</returns>
    /// <exception cref="AcrException">The exports are not there, or do not lead to this machine.</exception>
    public static AcrClient ForEmulator(Action<AcrClientOptions>? configure = null) => ForEmulator(Environment.GetEnvironmentVariable, configure);

    internal static AcrClient ForEmulator(Func<string, string?> variable, Action<AcrClientOptions>? configure)
    {
        var exports = new EmulatorExports(variable);
        var options = exports.CreateOptions();
        configure?.Invoke(options);
        return new AcrClient(exports.CreateCredential(), options);
    }
}
