using Azure.Core;
using Azure.Identity;

namespace AcrTokens;

/// <summary>
/// Whether the registry, the chosen cloud and whoever signs in belong together: a request to another of Azure's clouds finds nothing there, and says
/// so in other words.
/// </summary>
internal static class CloudAgreement
{
    /// <param name="settings">Of a task.</param>
    /// <param name="cloud">Where its requests will go.</param>
    /// <param name="credential">Who asks; null for the default credential.</param>
    /// <param name="subscription">The default one; null where one is named.</param>
    /// <param name="mistakes">Where to add what is wrong.</param>
    public static void Check(AcrSettings settings, AcrCloud cloud, TokenCredential? credential, DefaultSubscription? subscription, Mistakes mistakes)
    {
        if (KnownCloud.Of(cloud) is not { } chosen)
            return;

        foreach (var host in settings.NamedHosts)
            Compare(KnownCloud.OfLoginServer(host), of => $"'{host}' is a registry of {of}");

        var authority = credential is null && cloud == chosen.Cloud ? Environment.GetEnvironmentVariable(AcrCloud.AuthorityHostVariable) : null;
        Compare(KnownCloud.OfAuthority(authority), of => $"{AcrCloud.AuthorityHostVariable} is {Words.Visible(authority!)}, which signs in to {of}");

        var account = subscription?.Account ?? (IsOfCli(credential) ? AzureCliAccount.Find() : null);
        Compare(KnownCloud.OfCli(account?.Environment), of => $"the Azure CLI is signed in to {of}");

        void Compare(KnownCloud? other, Func<string, string> say)
        {
            if (other is not null && other != chosen)
                mistakes.Add(
                    $"{say(other.Name)}, and the cloud is {chosen.Name}: set Cloud (AcrClientOptions.Cloud, or SetCloud) to AcrCloud.{other.Name}"
                );
        }
    }

    private static bool IsOfCli(TokenCredential? credential) =>
        credential is AzureCliCredential
        || (credential is null && nameof(AzureCliCredential).Equals(SignInAbsences.Chosen, StringComparison.OrdinalIgnoreCase));
}
