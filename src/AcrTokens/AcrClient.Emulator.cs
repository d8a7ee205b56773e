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

    internal static AcrClient ForEmulator(Func<string, string?> variable, Action<AcrClientOptions>? configure)
    {
        var exports = new EmulatorExports(variable);
        var options = exports.CreateOptions();
        configure?.Invoke(options);
        return new AcrClient(exports.CreateCredential(), options);
    }
}
