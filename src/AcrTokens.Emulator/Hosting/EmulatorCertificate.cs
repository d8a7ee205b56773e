using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace AcrTokens.Emulator.Hosting;

/// <summary>
/// The emulator's own certificate, and the authority that signed it. It serves https, signs access tokens, and lives as
/// long as the emulator. The authority's key is not kept.
/// </summary>
internal sealed class EmulatorCertificate : IDisposable
{
    // One key for the process, since creating one takes longer than anything else at a start. Each emulator still has its
    // own certificate, which clients and access tokens are checked against.
    private static readonly Lazy<RSA> ProcessKey = new(() => RSA.Create(2048));

    private EmulatorCertificate(X509Certificate2 certificate, string authorityPem)
    {
        Certificate = certificate;
        AuthorityPem = authorityPem;
        Key = certificate.GetRSAPrivateKey()!;
    }

    public X509Certificate2 Certificate { get; }

    /// <summary>The public half of the authority's certificate.</summary>
    public string AuthorityPem { get; }

    public RSA Key { get; }

    public static EmulatorCertificate Create()
    {
        // The wall clock, not the options' clock: TLS clients check against theirs.
        var now = TimeProvider.System.GetUtcNow();
        using var authority = Authority(now);
        var certificate = Certified(authority, now);
        var authorityPem = authority.ExportCertificatePem();
        if (!OperatingSystem.IsWindows())
        {
            return new EmulatorCertificate(certificate, authorityPem);
        }

        // Windows cannot serve TLS with a key that exists only in memory.
        using (certificate)
        {
            return new EmulatorCertificate(X509CertificateLoader.LoadPkcs12(certificate.Export(X509ContentType.Pfx), null), authorityPem);
        }
    }

    public void Dispose()
    {
        Key.Dispose();
        Certificate.Dispose();
    }

    private static X509Certificate2 Authority(DateTimeOffset now)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=acr-emulator", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, true, 0, true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign, true));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, false));
        return request.CreateSelfSigned(now.AddDays(-1), now.AddDays(30));
    }

    private static X509Certificate2 Certified(X509Certificate2 authority, DateTimeOffset now)
    {
        var request = new CertificateRequest("CN=localhost", ProcessKey.Value, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        names.AddIpAddress(IPAddress.Loopback);
        names.AddIpAddress(IPAddress.IPv6Loopback);
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(false, false, 0, true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature | X509KeyUsageFlags.KeyEncipherment, true));
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid("1.3.6.1.5.5.7.3.1")], false));
        request.CertificateExtensions.Add(X509AuthorityKeyIdentifierExtension.CreateFromCertificate(authority, true, false));
        using var key = authority.GetECDsaPrivateKey()!;
        using var signed = request.Create(
            authority.SubjectName,
            X509SignatureGenerator.CreateForECDsa(key),
            now.AddDays(-1),
            now.AddDays(30),
            RandomNumberGenerator.GetBytes(16)
        );
        return signed.CopyWithPrivateKey(ProcessKey.Value);
    }
}
