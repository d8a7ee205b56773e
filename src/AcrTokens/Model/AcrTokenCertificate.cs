using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace AcrTokens;

/// <summary>One of a token's certificates.</summary>
public sealed record AcrTokenCertificate
{
    /// <summary>Which of the two.</summary>
    public required AcrTokenCertificateName Name { get; init; }

    /// <summary>From when on the registry refuses it; null: not said.</summary>
    public DateTimeOffset? ExpiresOn { get; init; }

    /// <summary>The certificate's thumbprint: the SHA-1 of its DER form, in hexadecimal.</summary>
    public string? Thumbprint { get; init; }

    /// <summary>The public certificate: base64 of its PEM text.</summary>
    public string? EncodedPemCertificate { get; init; }

    /// <summary>The public part of that certificate, with its thumbprint and its expiry.</summary>
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
