using Azure.Core;
using Azure.Identity;

namespace AcrTokens;

/// <summary>
/// Checks that the registry, the cloud and the sign-in agree: a request to another cloud finds nothing and reports it misleadingly.
/// </summary>
internal static class CloudAgreement
{
    /// <param name="settings">The task's settings.</param>
    /// <param name="cloud">The cloud that receives the requests.</param>
    /// <param name="credential">The credential; null for the default credential.</param>
    /// <param name="subscription">The default subscription; null if one is named.</param>
    /// <param name="mistakes">Receives the mistakes.</param>
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
