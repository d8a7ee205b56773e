using AcrTokens.Emulator.State;

namespace AcrTokens.Emulator.ResourceManager;

/// <summary>
/// How many tokens and scope maps a registry can hold, by its SKU. Assumed: the scope maps that every registry has from the start do not count.
/// </summary>
internal static class Quota
{
    public static void CheckTokens(RegistryState registry, AcrEmulatorSku sku) => Check("tokens", registry.Tokens.Count, sku);

    public static void CheckScopeMaps(RegistryState registry, AcrEmulatorSku sku) =>
        Check("scope maps", registry.ScopeMaps.Count - SystemScopeMaps.Count, sku);

    private static void Check(string what, int count, AcrEmulatorSku sku)
    {
        var most = sku switch
        {
            AcrEmulatorSku.Basic => 100,
            AcrEmulatorSku.Standard => 500,
            _ => 50_000,
        };
        if (count >= most)
        {
            throw ArmRefusals.QuotaExceeded(what, most, sku);
        }
    }
}
