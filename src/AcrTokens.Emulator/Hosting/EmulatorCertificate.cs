using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace AcrTokens.Emulator.Hosting;

/// <summary>The emulator's own self-signed certificate: it serves https and signs access tokens, and lives as long as the emulator.</summary>
internal sealed class EmulatorCertificate : IDisposable
{
    // One key for the process, since making one takes longer than all else at a start. Each emulator still has a
    // certificate of its own, and that is what clients and access tokens are held to.
    private static readonly Lazy<RSA> ProcessKey = new(() => RSA.Create(2048));

    private EmulatorCertificate(X509Certificate2 certificate)
    {
        Certificate = certificate;
        Key = certificate.GetRSAPrivateKey()!;
    }

    public X509Certificate2 Certificate { get; }

    public RSA Key { get; }

    public static EmulatorCertificate Create()
    {
        var request = new CertificateRequest("CN=localhost", ProcessKey.Value, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        names.AddIpAddress(IPAddress.Loopback);
        names.AddIpAddress(IPAddress.IPv6Loopback);
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(false, false, 0, true));
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid("1.3.6.1.5.5.7.3.1")], false));

        // The wall clock, not the options' one: TLS clients check against theirs.
        var now = TimeProvider.System.GetUtcNow();
        var certificate = request.CreateSelfSigned(now.AddDays(-1), now.AddDays(30));
        if (!OperatingSystem.IsWindows())
        {
            return new EmulatorCertificate(certificate);
        }

        // Windows cannot serve TLS with a key that lives in memory only.
        using (certificate)
        {
            return new EmulatorCertificate(X509CertificateLoader.LoadPkcs12(certificate.Export(X509ContentType.Pfx), null));
        }
    }

    public void Dispose()
    {
        Key.Dispose();
        Certificate.Dispose();
    }
}
