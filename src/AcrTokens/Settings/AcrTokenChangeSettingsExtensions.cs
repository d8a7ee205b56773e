using System.Security.Cryptography.X509Certificates;

namespace AcrTokens;

/// <summary>Fluent verbs shared by creating and updating a token. Each returns a changed copy.</summary>
public static partial class AcrTokenChangeSettingsExtensions
{
    /// <inheritdoc cref="AcrTokenChangeSettings.ScopeMap"/>
    public static T SetScopeMap<T>(this T settings, AcrScopeMap scopeMap)
        where T : AcrTokenChangeSettings
    {
        ArgumentNullException.ThrowIfNull(scopeMap);
        return settings.SetScopeMap(scopeMap.Id.ToString());
    }

    /// <summary>Lets the token log in.</summary>
    public static T Enable<T>(this T settings)
        where T : AcrTokenChangeSettings => settings.SetStatus(AcrTokenStatus.Enabled);

    /// <summary>Makes the registry refuse new logins with the token.</summary>
    public static T Disable<T>(this T settings)
        where T : AcrTokenChangeSettings => settings.SetStatus(AcrTokenStatus.Disabled);

    /// <summary>Adds a password to keep.</summary>
    public static T AddPassword<T>(this T settings, AcrTokenPassword password)
        where T : AcrTokenChangeSettings => settings.SetPasswords([.. settings.Passwords ?? [], password]);

    /// <summary>Adds a password to keep.</summary>
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

    /// <summary>Removes a password from those to keep.</summary>
    public static T RemovePassword<T>(this T settings, AcrTokenPasswordName name)
        where T : AcrTokenChangeSettings => settings.SetPasswords((settings.Passwords ?? []).Where(p => p.Name != name));

    /// <summary>Keeps no password: the service removes both.</summary>
    public static T ClearPasswords<T>(this T settings)
        where T : AcrTokenChangeSettings => settings.SetPasswords();

    /// <summary>Leaves the passwords as they are.</summary>
    public static T ResetPasswords<T>(this T settings)
        where T : AcrTokenChangeSettings => settings with { Passwords = null };

    /// <summary>Adds a certificate that the token may log in with.</summary>
    public static T AddCertificate<T>(this T settings, AcrTokenCertificate certificate)
        where T : AcrTokenChangeSettings => settings.SetCertificates([.. settings.Certificates ?? [], certificate]);

    /// <summary>
    /// Adds a certificate that the token may log in with. Uses its public part, thumbprint and expiry. The default name is the first of
    /// <c>certificate1</c> and <c>certificate2</c> that these settings do not use yet.
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

    /// <summary>Adds the certificate of a PEM file that the token may log in with. A private key in the file is not read.</summary>
    /// <exception cref="AcrException">The file does not exist, or holds no PEM certificate. The message says what it holds.</exception>
    public static T AddCertificateFile<T>(this T settings, string path, AcrTokenCertificateName? name = null)
        where T : AcrTokenChangeSettings
    {
        using var certificate = CertificateFile.Read(path);
        return settings.AddCertificate(certificate, name);
    }

    /// <summary>Removes a certificate.</summary>
    public static T RemoveCertificate<T>(this T settings, AcrTokenCertificateName name)
        where T : AcrTokenChangeSettings => settings.SetCertificates((settings.Certificates ?? []).Where(c => c.Name != name));

    /// <summary>Removes all certificates.</summary>
    public static T ClearCertificates<T>(this T settings)
        where T : AcrTokenChangeSettings => settings.SetCertificates();

    /// <summary>Leaves the certificates as they are.</summary>
    public static T ResetCertificates<T>(this T settings)
        where T : AcrTokenChangeSettings => settings with { Certificates = null };
}
