using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace AcrTokens;

/// <summary>Reads certificate files.</summary>
internal static class CertificateFile
{
    private const string Takes = "AddCertificateFile takes PEM, which begins with -----BEGIN CERTIFICATE-----";

    /// <exception cref="AcrException">The file does not exist, or holds no certificate.</exception>
    public static X509Certificate2 Read(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        byte[] content;
        try
        {
            content = File.ReadAllBytes(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw Refused(path, $"cannot be read ({Words.Phrase(exception.Message)})", exception);
        }

        try
        {
            return X509Certificate2.CreateFromPem(System.Text.Encoding.UTF8.GetString(content));
        }
        catch (CryptographicException exception)
        {
            throw Refused(path, KindOf(content), exception);
        }
    }

    private static string KindOf(byte[] content)
    {
        try
        {
            return X509Certificate2.GetCertContentType(content) switch
            {
                X509ContentType.Cert => "is a certificate in DER: openssl x509 -inform der -out ci.pem makes PEM of it",
                X509ContentType.Pfx =>
                    "is a PFX, with the private key in it: openssl pkcs12 -clcerts -nokeys -out ci.pem makes PEM of its certificate",
                _ => "holds no certificate",
            };
        }
        catch (CryptographicException)
        {
            return "holds no certificate";
        }
    }

    private static AcrException Refused(string path, string what, Exception cause) =>
        new($"Certificate file {Words.Visible(path)} {what}. {Takes}.", cause) { NothingDone = true, IsTransient = false };
}
