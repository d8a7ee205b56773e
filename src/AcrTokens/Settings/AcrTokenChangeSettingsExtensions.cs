using System.Security.Cryptography.X509Certificates;

namespace AcrTokens;

/// <summary>Fluent verbs that creating and updating a token share. Each returns a changed copy.</summary>
public static partial class AcrTokenChangeSettingsExtensions
{
    /// <inheritdoc cref="AcrTokenChangeSettings.ScopeMap"/>
    public static T SetScopeMap<T>(this T settings, AcrScopeMap scopeMap)
        where T : AcrTokenChangeSettings
    {
        ArgumentNullException.ThrowIfNull(scopeMap);
        return settings.SetScopeMap(scopeMap.Id.ToString());
    }

    /// <summary>The token may log in.</summary>
    public static T Enable<T>(this T settings)
        where T : AcrTokenChangeSettings => settings.SetStatus(AcrTokenStatus.Enabled);

    /// <summary>New logins with the token are refused.</summary>
    public static T Disable<T>(this T settings)
        where T : AcrTokenChangeSettings => settings.SetStatus(AcrTokenStatus.Disabled);

    /// <summary>Keep that password too.</summary>
    public static T AddPassword<T>(this T settings, AcrTokenPassword password)
        where T : AcrTokenChangeSettings => settings.SetPasswords([.. settings.Passwords ?? [], password]);

    /// <summary>Keep that password too.</summary>
    public static T AddPassword<T>(this T settings, AcrTokenPasswordName name, DateTimeOffset? createdOn = null, DateTimeOffset? expiresOn = null)
        where T : AcrTokenChangeSettings =>
        settings.AddPassword(
            new AcrTokenPassword
            {
                Name = name,
                CreatedOn = createdOn,
                ExpiresOn = expiresOn,
            }
        );

    /// <summary>Do not keep that password.</summary>
    public static T RemovePassword<T>(this T settings, AcrTokenPasswordName name)
        where T : AcrTokenChangeSettings => settings.SetPasswords((settings.Passwords ?? []).Where(p => p.Name != name));

    /// <summary>Keep no password: both are removed.</summary>
    public static T ClearPasswords<T>(this T settings)
        where T : AcrTokenChangeSettings => settings.SetPasswords();

    /// <summary>Leave the passwords alone.</summary>
    public static T ResetPasswords<T>(this T settings)
        where T : AcrTokenChangeSettings => settings with { Passwords = null };

    /// <summary>Lets the token log in with that certificate too.</summary>
    public static T AddCertificate<T>(this T settings, AcrTokenCertificate certificate)
        where T : AcrTokenChangeSettings => settings.SetCertificates([.. settings.Certificates ?? [], certificate]);

    /// <summary>
    /// Lets the token log in with that certificate too. Its public part, thumbprint and expiry are taken from it; its name is the
    /// first of <c>certificate1</c> and <c>certificate2</c> that these settings do not use yet, unless one is given.
    /// </summary>
    public static T AddCertificate<T>(this T settings, X509Certificate2 certificate, AcrTokenCertificateName? name = null)
        where T : AcrTokenChangeSettings
    {
        var free =
            settings.Certificates?.Any(c => c.Name == AcrTokenCertificateName.Certificate1) == true
                ? AcrTokenCertificateName.Certificate2
                : AcrTokenCertificateName.Certificate1;
        return settings.AddCertificate(AcrTokenCertificate.From(certificate, name ?? free));
    }

    /// <summary>Lets the token log in with the certificate in that PEM file too. A private key in the file stays there.</summary>
    /// <exception cref="AcrException">There is no such file, or it holds no certificate in PEM; the message says what it holds.</exception>
    public static T AddCertificateFile<T>(this T settings, string path, AcrTokenCertificateName? name = null)
        where T : AcrTokenChangeSettings
    {
        using var certificate = CertificateFile.Read(path);
        return settings.AddCertificate(certificate, name);
    }

    /// <summary>Do not let the token log in with that certificate.</summary>
    public static T RemoveCertificate<T>(this T settings, AcrTokenCertificateName name)
        where T : AcrTokenChangeSettings => settings.SetCertificates((settings.Certificates ?? []).Where(c => c.Name != name));

    /// <summary>Let the token log in with no certificate.</summary>
    public static T ClearCertificates<T>(this T settings)
        where T : AcrTokenChangeSettings => settings.SetCertificates();

    /// <summary>Leave the certificates alone.</summary>
    public static T ResetCertificates<T>(this T settings)
        where T : AcrTokenChangeSettings => settings with { Certificates = null };
}
