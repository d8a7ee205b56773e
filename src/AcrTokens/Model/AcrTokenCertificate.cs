using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace AcrTokens;

/// <summary>One of a token's certificates.</summary>
public sealed record AcrTokenCertificate
{
    /// <summary>The name.</summary>
    public required AcrTokenCertificateName Name { get; init; }

    /// <summary>When it expires; null if the service did not say.</summary>
    public DateTimeOffset? ExpiresOn { get; init; }

    /// <summary>The certificate's thumbprint: the SHA-1 of its DER form, in hexadecimal.</summary>
    public string? Thumbprint { get; init; }

    /// <summary>The public certificate: base64 of its PEM text.</summary>
    public string? EncodedPemCertificate { get; init; }

    /// <summary>Creates one from a certificate's public part, with its thumbprint and expiry.</summary>
    public static AcrTokenCertificate From(X509Certificate2 certificate, AcrTokenCertificateName name)
    {
        ArgumentNullException.ThrowIfNull(certificate);
        return new()
        {
            Name = name,
            ExpiresOn = new DateTimeOffset(certificate.NotAfter.ToUniversalTime()),
            Thumbprint = certificate.Thumbprint,
            EncodedPemCertificate = Convert.ToBase64String(Encoding.ASCII.GetBytes(certificate.ExportCertificatePem())),
        };
    }
}
