using AcrTokens.Emulator.ResourceManager;
using AcrTokens.Emulator.Simulations;

namespace AcrTokens.Emulator.Hosting;

/// <summary>Refuses options that are not valid, with all reasons in one message.</summary>
internal static class OptionsCheck
{
    /// <exception cref="ArgumentException">The options are not valid.</exception>
    public static void Check(AcrEmulatorOptions options)
    {
        var mistakes = Mistakes(options).ToList();
        if (mistakes.Count > 0)
        {
            throw new ArgumentException(string.Join(" ", mistakes));
        }
    }

    private static IEnumerable<string> Mistakes(AcrEmulatorOptions options)
    {
        IReadOnlyList<string> names = [options.RegistryName, .. options.FurtherRegistryNames];
        foreach (var name in names.Where(name => !ResourceNames.IsRegistry(name)))
        {
            yield return $"The registry name '{name}' is not 5 to 50 letters and digits.";
        }

        if (names.Distinct(StringComparer.OrdinalIgnoreCase).Count() < names.Count)
        {
            yield return "A registry is named twice.";
        }

        foreach (
            var (what, id) in new[] { ("subscription", options.SubscriptionId), ("tenant", options.TenantId) }.Where(pair =>
                !Guid.TryParse(pair.Item2, out _)
            )
        )
        {
            yield return $"The {what} '{id}' is not a GUID.";
        }

        if (options.PageSize < 1)
        {
            yield return $"The page size {options.PageSize} is less than 1.";
        }

        foreach (var delay in new[] { options.CreationDelay, options.Latency }.Where(delay => delay < TimeSpan.Zero || delay > Delays.Longest))
        {
            yield return $"A delay of {delay} is negative or longer than {Delays.Longest}.";
        }

        if (options.UpstreamRegistry is { } upstream && (!upstream.IsAbsoluteUri || upstream.Scheme is not ("http" or "https")))
        {
            yield return $"The upstream registry '{upstream}' is not an address that begins with http or https.";
        }

        foreach (
            var port in new[] { options.ResourceManagerPort, options.RegistryPort, options.RegistryHttpsPort ?? 0 }.Where(port =>
                port is < 0 or > 65535
            )
        )
        {
            yield return $"The port {port} is not 0 to 65535.";
        }

        if (Math.Max(options.RegistryPort, options.RegistryHttpsPort ?? 0) + options.FurtherRegistryNames.Count > 65535)
        {
            yield return "There are not enough ports after the registry's for the further ones.";
        }

        foreach (var mistake in Simulator.Mistakes(options.Simulations))
        {
            yield return mistake;
        }
    }
}
