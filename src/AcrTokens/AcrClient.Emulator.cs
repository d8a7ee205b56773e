namespace AcrTokens;

public sealed partial class AcrClient
{
    /// <summary>
    /// A client of the emulator whose exports are in this process's environment (<c>acr-emulator</c> prints them when it starts). It signs in as the
    /// emulator's application, trusts the emulator's certificate, and talks only to this machine.
    /// </summary>
    /// <param name="configure">Sets further options, such as the logger.</param>
    /// <returns>The client. <c>SetRegistryName</c> takes a registry's name, or the value of <c>ACR_EMULATOR_LOGIN_SERVER</c>.</returns>
    /// <exception cref="AcrException">The exports are missing, or do not point to this machine.</exception>
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
