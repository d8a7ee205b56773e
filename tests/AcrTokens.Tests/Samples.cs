using System.Reflection;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Azure.Core;

namespace AcrTokens.Tests;

/// <summary>Values for settings that differ from every default, and from each other.</summary>
internal static class Samples
{
    private static readonly TokenCredential Credential = DelegatedTokenCredential.Create((_, _) => default);
    private static readonly ResourceIdentifier Registry = AcrResourceIds.Registry(Guid.Empty.ToString(), "another", "another");
    private static readonly string CertificateFile = WriteCertificate();

    private static readonly Dictionary<Type, object> Another = new()
    {
        [typeof(string)] = "another",
        [typeof(bool)] = false,
        [typeof(int)] = 3,
        [typeof(TimeSpan)] = TimeSpan.FromHours(3),
        [typeof(DateTimeOffset)] = DateTimeOffset.UnixEpoch.AddDays(1),
        [typeof(TokenCredential)] = DelegatedTokenCredential.Create((_, _) => default),
        [typeof(AcrCloud)] = AcrCloud.AzureGovernment,
        [typeof(AcrClient)] = new AcrClient(),
        [typeof(AcrPermission)] = AcrPermission.Push,
        [typeof(AcrGatewayPermission)] = AcrGatewayPermission.MessageRead,
        [typeof(AcrTokenStatus)] = new AcrTokenStatus("another"),
        [typeof(AcrTokenPasswordName)] = AcrTokenPasswordName.Password2,
        [typeof(AcrTokenPassword)] = new AcrTokenPassword { Name = AcrTokenPasswordName.Password2 },
        [typeof(AcrAdminPasswordName)] = AcrAdminPasswordName.Password,
        [typeof(AcrTokenCertificateName)] = AcrTokenCertificateName.Certificate2,
        [typeof(AcrTokenCertificate)] = new AcrTokenCertificate { Name = AcrTokenCertificateName.Certificate2 },
        [typeof(X509Certificate2)] = X509CertificateLoader.LoadCertificate(Certificate().RawData),
        [typeof(AcrRegistry)] = new AcrRegistry { Id = Registry, LoginServer = "another.azurecr.io" },
        [typeof(AcrToken)] = new AcrToken { Id = AcrResourceIds.Token(Registry, "another"), Status = new("another"), ScopeMapId = Registry.ScopeMap("another") },
        [typeof(AcrScopeMap)] = new AcrScopeMap { Id = Registry.ScopeMap("another") },
        [typeof(IEnumerable<AcrTokenPassword>)] = new[] { new AcrTokenPassword { Name = AcrTokenPasswordName.Password2 } },
        [typeof(IEnumerable<AcrTokenCertificate>)] = new[] { new AcrTokenCertificate { Name = AcrTokenCertificateName.Certificate2 } },
        [typeof(IEnumerable<string>)] = new[] { "another" },
        [typeof(IEnumerable<AcrRepositoryScope>)] = new[] { new AcrRepositoryScope("another", AcrPermission.Push) },
        [typeof(IEnumerable<AcrScope>)] = new[] { new AcrRepositoryScope("another", AcrPermission.Push) },
    };

    public static object ValueFor(ParameterInfo parameter) => parameter switch
    {
        { Name: "path" } => CertificateFile,
        { Name: "resourceId" } => Registry.ToString(),
        { Name: "repository" or "gateway" or "loginServer", Member.Name: "RemoveRepository" or "RemoveGateway" or "RemoveLoginServer" } => "filled",
        { Member.Name: "RemovePassword" } => new AcrTokenPasswordName("filled"),
        { Member.Name: "RemoveCertificate" } => new AcrTokenCertificateName("filled"),
        _ => Another[Nullable.GetUnderlyingType(parameter.ParameterType) ?? parameter.ParameterType],
    };

    /// <summary>Settings whose every property differs from its default.</summary>
    public static AcrSettings Filled(string kind)
    {
        AcrScope[] scopes = [new AcrRepositoryScope("filled", AcrPermission.Delete), new AcrGatewayScope("filled", AcrGatewayPermission.ConfigRead)];
        AcrSettings settings = kind switch
        {
            nameof(AcrTokenCreateSettings) => Filled(new AcrTokenCreateSettings { WhatIf = true, Confirm = true, NoWait = true, Overwrite = true }),
            nameof(AcrTokenUpdateSettings) => Filled(new AcrTokenUpdateSettings { WhatIf = true, Confirm = true, NoWait = true }),
            nameof(AcrTokenGetSettings) => new AcrTokenGetSettings { Name = "filled" },
            nameof(AcrTokenListSettings) => new AcrTokenListSettings(),
            nameof(AcrTokenDeleteSettings) => new AcrTokenDeleteSettings { Name = "filled", WhatIf = true, Confirm = true, NoWait = true },
            nameof(AcrTokenCredentialGenerateSettings) => new AcrTokenCredentialGenerateSettings
            {
                Name = "filled",
                PasswordName = new("filled"),
                ExpiresOn = DateTimeOffset.UnixEpoch,
                Lifetime = TimeSpan.FromHours(9),
                WhatIf = true,
                Confirm = true,
            },
            nameof(AcrTokenCredentialDeleteSettings) => new AcrTokenCredentialDeleteSettings { Name = "filled", PasswordName = new("filled"), WhatIf = true, Confirm = true },
            nameof(AcrTokenMintSettings) => new AcrTokenMintSettings
            {
                NamePrefix = "filled",
                Lifetime = TimeSpan.FromHours(9),
                MaximumLifetime = TimeSpan.FromDays(9),
                Repositories = [new("filled", AcrPermission.Delete)],
                ScopeMap = "filled",
                KeepDisabled = true,
                RevocationProof = true,
                UserDockerConfig = true,
                LoginServers = ["filled"],
                WhatIf = true,
                Confirm = true,
            },
            nameof(AcrTokenRevokeSettings) => new AcrTokenRevokeSettings { Name = "filled", KeepDisabled = true, WhatIf = true, Confirm = true },
            nameof(AcrTokenSweepSettings) => new AcrTokenSweepSettings
            {
                NamePrefix = "filled",
                ClockSkew = TimeSpan.FromDays(9),
                MaximumTokens = 9,
                DegreeOfParallelism = 9,
                WhatIf = true,
                Confirm = true,
            },
            nameof(AcrTokenPreflightSettings) => new AcrTokenPreflightSettings { Lifetime = TimeSpan.FromDays(9), ScopeMap = "filled" },
            nameof(AcrScopeMapCreateSettings) => new AcrScopeMapCreateSettings { Name = "filled", Description = "filled", Scopes = scopes, WhatIf = true, Confirm = true, NoWait = true },
            nameof(AcrScopeMapUpdateSettings) => new AcrScopeMapUpdateSettings
            {
                Name = "filled",
                Description = "filled",
                Scopes = scopes,
                AddedScopes = scopes,
                RemovedScopes = scopes,
                WhatIf = true,
                Confirm = true,
                NoWait = true,
            },
            nameof(AcrScopeMapGetSettings) => new AcrScopeMapGetSettings { Name = "filled" },
            nameof(AcrScopeMapListSettings) => new AcrScopeMapListSettings(),
            nameof(AcrScopeMapDeleteSettings) => new AcrScopeMapDeleteSettings { Name = "filled", WhatIf = true, Confirm = true, NoWait = true },
            nameof(AcrCredentialGetSettings) => new AcrCredentialGetSettings(),
            nameof(AcrCredentialRegenerateSettings) => new AcrCredentialRegenerateSettings { PasswordName = AcrAdminPasswordName.Password2, WhatIf = true, Confirm = true },
            nameof(AcrRegistryGetSettings) => new AcrRegistryGetSettings(),
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "fill it here"),
        };
        return settings with
        {
            RegistryName = "filled",
            ResourceGroupName = "filled",
            SubscriptionId = "filled",
            Credential = Credential,
            Cloud = AcrCloud.AzureChina,
            Client = new AcrClient(),
        };
    }

    /// <summary>A certificate that is good until 2030, and its private key.</summary>
    public static X509Certificate2 Certificate()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return new CertificateRequest("CN=a-token", key, HashAlgorithmName.SHA256)
            .CreateSelfSigned(new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.Zero), new DateTimeOffset(2030, 1, 1, 0, 0, 0, TimeSpan.Zero));
    }

    private static T Filled<T>(T settings)
        where T : AcrTokenChangeSettings => settings with
        {
            Name = "filled",
            ScopeMap = "filled",
            Status = new("filled"),
            Passwords = [new AcrTokenPassword { Name = new("filled") }],
            Certificates = [new AcrTokenCertificate { Name = new("filled") }],
        };

    private static string WriteCertificate()
    {
        var path = Path.Combine(AppContext.BaseDirectory, "certificate.pem");
        using var certificate = Certificate();
        File.WriteAllText(path, certificate.ExportCertificatePem());
        return path;
    }
}
