using Microsoft.Extensions.Options;

namespace AcrTokens;

/// <summary>Reports all mistakes in the host's configuration together, when the host starts. Sends nothing.</summary>
internal sealed class OptionsValidation(IOptions<AcrTokensOptions> configured) : IValidateOptions<AcrClientOptions>
{
    // Complete, so that the client finds mistakes in its own options alone.
    private static readonly AcrRegistryGetSettings Any = new AcrRegistryGetSettings().SetRegistryName(
        "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/any/providers/Microsoft.ContainerRegistry/registries/anyregistry"
    );

    public ValidateOptionsResult Validate(string? name, AcrClientOptions options)
    {
        string[] mistakes = [.. MistakesIn(configured.Value), .. new AcrClient(null, options).FindMistakes(Any)];
        return mistakes.Length == 0
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail($"AcrTokens is not configured correctly: {string.Join("; ", mistakes)}.");
    }

    private static IEnumerable<string> MistakesIn(AcrTokensOptions options)
    {
        if (options.Emulator is { } emulator and not { IsAbsoluteUri: true, Scheme: "https", IsLoopback: true })
            yield return $"Emulator is '{emulator}', which is not an https address of this machine";
        if (options.Cloud is { } cloud && Clouds.Find(cloud) is null)
            yield return $"Cloud is '{cloud}', which is none of {Clouds.Names}";
    }
}
