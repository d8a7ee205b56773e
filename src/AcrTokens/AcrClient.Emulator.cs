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
    /// A client of the emulator at an address of this machine, without the emulator's exports. It signs in as the emulator's application without a
    /// secret, and accepts the server's certificate, since nothing leaves the machine.
    /// </summary>
    /// <param name="resourceManager">Resource Manager's https address, which <c>acr-emulator</c> prints.</param>
    /// <param name="configure">Sets further options, such as the logger, or the subscription of an emulator with a custom one.</param>
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
