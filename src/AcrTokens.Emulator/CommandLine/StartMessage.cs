using System.Text;
using AcrTokens.Emulator.Control;

namespace AcrTokens.Emulator.CommandLine;

/// <summary>The tool's output after its start: one line per address, the environment that clients need, and <c>ready</c>.</summary>
internal static class StartMessage
{
    /// <param name="emulator">The emulator.</param>
    /// <param name="options">Its options.</param>
    /// <param name="authorityFile">Where its authority's certificate is.</param>
    /// <param name="withKey">Whether the key of the control API may be seen.</param>
    public static string Of(AcrEmulator emulator, AcrEmulatorOptions options, string authorityFile, bool withKey)
    {
        var text = new StringBuilder();
        text.AppendLine($"Resource Manager {emulator.ResourceManagerEndpoint}");
        text.AppendLine($"Sign-in {emulator.ResourceManagerEndpoint}{options.TenantId}");
        foreach (var registry in emulator.Registries)
        {
            text.AppendLine($"Registry {registry.Name} {registry.Endpoint}");
            if (registry.HttpsEndpoint is not null)
            {
                text.AppendLine($"Registry {registry.Name} {registry.HttpsEndpoint}");
            }
        }

        if (emulator.LivePage is { } page)
        {
            text.AppendLine($"Control {emulator.ResourceManagerEndpoint}_emulator/ with the header {ControlApi.KeyHeader}");
            text.AppendLine($"Live {(withKey ? page : page.GetLeftPart(UriPartial.Path) + " with the key, which --print-key prints")}");
        }

        foreach (var (name, value) in Exports(emulator, options, authorityFile, withKey && options.EnableControlApi))
        {
            text.AppendLine($"export {name}={Quote(value)}");
        }

        return text.AppendLine("ready").ToString();
    }

    private static IEnumerable<(string Name, string Value)> Exports(
        AcrEmulator emulator,
        AcrEmulatorOptions options,
        string authorityFile,
        bool withKey
    )
    {
        // OpenSSL and Go, Python, and Node.js each read the trusted authorities from another variable.
        yield return ("SSL_CERT_FILE", authorityFile);
        yield return ("REQUESTS_CA_BUNDLE", authorityFile);
        yield return ("NODE_EXTRA_CA_CERTS", authorityFile);
        yield return ("AZURE_AUTHORITY_HOST", emulator.ResourceManagerEndpoint.ToString());
        yield return ("AZURE_TENANT_ID", options.TenantId);
        yield return ("AZURE_CLIENT_ID", emulator.ClientId);
        yield return ("AZURE_CLIENT_SECRET", emulator.ClientSecret);
        yield return ("AZURE_SUBSCRIPTION_ID", options.SubscriptionId);
        yield return ("ACR_EMULATOR_ARM", emulator.ResourceManagerEndpoint.ToString());
        yield return ("ACR_EMULATOR_LOGIN_SERVER", emulator.LoginServer);
        if (withKey)
        {
            yield return ("ACR_EMULATOR_KEY", emulator.ControlKey);
        }
    }

    /// <summary>Quotes a value for a shell if it holds characters that need quoting.</summary>
    private static string Quote(string value) =>
        value.All(c => char.IsAsciiLetterOrDigit(c) || "/:._-".Contains(c, StringComparison.Ordinal))
            ? value
            : $"'{value.Replace("'", @"'\''", StringComparison.Ordinal)}'";
}
