using System.Text.RegularExpressions;

namespace AcrTokens.Tool.CommandLine;

/// <summary>Replaces the library's verbs and tasks in messages by the tool's options and commands.</summary>
internal static class Spelling
{
    private static readonly Dictionary<string, string> Words = new(StringComparer.Ordinal)
    {
        ["Enable, Disable"] = "--status",
        ["SetScopes, AddRepository, RemoveRepository, SetDescription"] = "--repository, --add-repository, --remove-repository, --description",
        ["set Cloud (AcrClientOptions.Cloud, or SetCloud) to AcrCloud.AzurePublicCloud"] = "say --cloud AzureCloud",
        ["set Cloud (AcrClientOptions.Cloud, or SetCloud) to AcrCloud.AzureChina"] = "say --cloud AzureChinaCloud",
        ["set Cloud (AcrClientOptions.Cloud, or SetCloud) to AcrCloud.AzureGovernment"] = "say --cloud AzureUSGovernment",
        ["AddCertificate"] = "--certificate-file",
        ["AddCertificateFile"] = "--certificate-file",
        ["AddGateway"] = "--gateway",
        ["AddPassword"] = "--keep-password",
        ["AddRepository"] = "--repository",
        ["ClearPasswords"] = "--clear-passwords",
        ["EnableAutoRenew"] = "--renew",
        ["EnableConfirm"] = "--confirm",
        ["EnableKeepDisabled"] = "--keep-disabled",
        ["EnableOverwrite"] = "--overwrite",
        ["do without: GetDockerConfig().Variables leads a tool's process to the credentials"] =
            "leave --login out, where the tool reads docker's configuration",
        ["SetLifetime"] = "--lifetime",
        ["SetMaximumLifetime"] = "--maximum-lifetime",
        ["SetMaximumTokens"] = "--maximum",
        ["SetName"] = "--name",
        ["SetPasswordName"] = "--password-name",
        ["SetRegistryName"] = "--registry",
        ["SetResourceGroupName"] = "--resource-group",
        ["SetScopeMap"] = "--scope-map",
        ["SetSubscriptionId"] = "--subscription",
        ["AcrCredentialGet"] = "acrt credential show",
        ["AcrCredentialRegenerate"] = "acrt credential renew",
        ["AcrRegistryGet"] = "acrt show",
        ["AcrScopeMapCreate"] = "acrt scope-map create",
        ["AcrScopeMapDelete"] = "acrt scope-map delete",
        ["AcrScopeMapGet"] = "acrt scope-map show",
        ["AcrScopeMapList"] = "acrt scope-map list",
        ["AcrScopeMapUpdate"] = "acrt scope-map update",
        ["AcrTokenCreate"] = "acrt token create",
        ["AcrTokenCredentialDelete"] = "acrt token credential delete",
        ["AcrTokenCredentialGenerate"] = "acrt token credential generate",
        ["AcrTokenDelete"] = "acrt token delete",
        ["AcrTokenGet"] = "acrt token show",
        ["AcrTokenList"] = "acrt token list",
        ["AcrTokenMint"] = "acrt mint",
        ["AcrTokenPreflight"] = "acrt preflight",
        ["AcrTokenRevoke"] = "acrt revoke",
        ["AcrTokenSweep"] = "acrt sweep",
        ["AcrTokenUpdate"] = "acrt token update",
    };

    // A user's name that equals one of these words is in quotes.
    private static readonly Regex Word = new(
        $"(?<!['\\w])({string.Join('|', Words.Keys.OrderByDescending(word => word.Length).Select(Regex.Escape))})(?!['\\w])",
        RegexOptions.CultureInvariant
    );

    public static string Of(string message) => Word.Replace(message, match => Words[match.Value]);
}
