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

    /// <summary>
    /// A client of the emulator at that address of this machine, whose exports are not needed: it signs in as the emulator's application without its
    /// secret, and takes the certificate that is shown there, since nothing leaves the machine.
    /// </summary>
    /// <param name="resourceManager">The https address that <c>acr-emulator</c> prints as Resource Manager's.</param>
    /// <param name="configure">What else to set, such as the log, or the subscription of an emulator that was started with one of its own.</param>
    /// <exception cref="AcrException">The address is not an https address of this machine.</exception>
    public static AcrClient ForEmulator(Uri resourceManager, Action<AcrClientOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(resourceManager);
        var emulator = new EmulatorAddress(resourceManager);
        var options = emulator.CreateOptions();
        configure?.Invoke(options);
        return new AcrClient(emulator.CreateCredential(), options);
    }

    internal static AcrClient ForEmulator(Func<string, string?> variable, Action<AcrClientOptions>? configure)
    {
        var exports = new EmulatorExports(variable);
        var options = exports.CreateOptions();
        configure?.Invoke(options);
        return new AcrClient(exports.CreateCredential(), options);
    }
}
