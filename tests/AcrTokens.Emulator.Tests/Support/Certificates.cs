using System.Security.Cryptography.X509Certificates;

namespace AcrTokens.Emulator.Tests.Support;

public static class Certificates
{
    /// <summary>Whether a client that trusts this authority and no other trusts the certificate.</summary>
    public static bool IsSignedBy(X509Certificate2 certificate, string authorityPem)
    {
        using var authority = X509Certificate2.CreateFromPem(authorityPem);
        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.Add(authority);
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        return chain.Build(certificate);
    }
}
