using System.Collections;
using System.Reflection;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Azure.Core;

namespace AcrTokens.Tests;

/// <summary>Values for settings, two of each type: they differ from every default, and from each other.</summary>
internal static class Samples
{
    private static readonly ResourceIdentifier Registry = AcrResourceIds.Registry(Guid.Empty.ToString(), "another", "another");
    private static readonly string CertificateFile = WriteCertificate();

    private static readonly Dictionary<Type, (object Filled, object Another)> Values = new()
    {
        [typeof(string)] = ("filled", "another"),
        [typeof(bool)] = (true, false),
        [typeof(int)] = (9, 3),
        [typeof(TimeSpan)] = (TimeSpan.FromHours(9), TimeSpan.FromHours(3)),
        [typeof(DateTimeOffset)] = (DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddDays(1)),
        [typeof(TokenCredential)] = (DelegatedTokenCredential.Create((_, _) => default), DelegatedTokenCredential.Create((_, _) => default)),
        [typeof(AcrCloud)] = (AcrCloud.AzureChina, AcrCloud.AzureGovernment),
        [typeof(AcrClient)] = (new AcrClient(), new AcrClient()),
        [typeof(AcrPermission)] = (AcrPermission.Delete, AcrPermission.Push),
        [typeof(AcrGatewayPermission)] = (AcrGatewayPermission.ConfigRead, AcrGatewayPermission.MessageRead),
        [typeof(AcrTokenStatus)] = (new AcrTokenStatus("filled"), new AcrTokenStatus("another")),
        [typeof(AcrTokenPasswordName)] = (new AcrTokenPasswordName("filled"), AcrTokenPasswordName.Password2),
        [typeof(AcrTokenPassword)] = (new AcrTokenPassword { Name = new("filled") }, new AcrTokenPassword { Name = AcrTokenPasswordName.Password2 }),
        [typeof(AcrAdminPasswordName)] = (AcrAdminPasswordName.Password2, AcrAdminPasswordName.Password),
        [typeof(AcrTokenCertificateName)] = (new AcrTokenCertificateName("filled"), AcrTokenCertificateName.Certificate2),
        [typeof(AcrTokenCertificate)] = (
            new AcrTokenCertificate { Name = new("filled") },
            new AcrTokenCertificate { Name = AcrTokenCertificateName.Certificate2 }
        ),
        [typeof(IProgress<AcrSweepReport>)] = (new Progress<AcrSweepReport>(), new Progress<AcrSweepReport>()),
        [typeof(AcrRepositoryScope)] = (
            new AcrRepositoryScope("filled", AcrPermission.Delete),
            new AcrRepositoryScope("another", AcrPermission.Push)
        ),
    };

    // Types that only verbs take.
    private static readonly Dictionary<Type, object> Arguments = new()
    {
        [typeof(X509Certificate2)] = X509CertificateLoader.LoadCertificate(Certificate().RawData),
        [typeof(AcrRegistry)] = new AcrRegistry { Id = Registry, LoginServer = "another.azurecr.io" },
        [typeof(AcrToken)] = new AcrToken
        {
            Id = AcrResourceIds.Token(Registry, "another"),
            Status = new("another"),
            ScopeMapId = Registry.ScopeMap("another"),
        },
        [typeof(AcrScopeMap)] = new AcrScopeMap { Id = Registry.ScopeMap("another") },
        [typeof(IEnumerable<AcrScope>)] = new AcrScope[] { new AcrRepositoryScope("another", AcrPermission.Push) },
    };

    public static object ValueFor(ParameterInfo parameter) =>
        parameter switch
        {
            { Name: "path" } => CertificateFile,
            { Name: "resourceId" } => Registry.ToString(),
            _ when parameter.Member.Name.StartsWith("Remove", StringComparison.Ordinal) => Values[parameter.ParameterType].Filled,
            _ => Arguments.GetValueOrDefault(parameter.ParameterType) ?? ValueOf(parameter.ParameterType, v => v.Another),
        };

    /// <summary>Settings whose every property differs from its default.</summary>
    public static AcrSettings Filled(string kind)
    {
        var settings = (AcrSettings)Activator.CreateInstance(typeof(AcrSettings).Assembly.GetType($"AcrTokens.{kind}")!)!;
        foreach (var property in settings.GetType().GetProperties())
            property.SetValue(settings, ValueOf(property.PropertyType, v => v.Filled));
        return settings;
    }

    /// <summary>Creates a certificate that is valid until 2030, with its private key.</summary>
    public static X509Certificate2 Certificate()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return new CertificateRequest("CN=a-token", key, HashAlgorithmName.SHA256).CreateSelfSigned(
            new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.Zero),
            new DateTimeOffset(2030, 1, 1, 0, 0, 0, TimeSpan.Zero)
        );
    }

    private static object ValueOf(Type type, Func<(object Filled, object Another), object> choose)
    {
        // One item of each kind, so that a verb that removes a kind finds one.
        if (type == typeof(IReadOnlyList<AcrScope>))
            return new AcrScope[]
            {
                new AcrRepositoryScope("filled", AcrPermission.Delete),
                new AcrGatewayScope("filled", AcrGatewayPermission.ConfigRead),
            };
        if (type.IsGenericType && type.IsAssignableTo(typeof(IEnumerable)))
            return OneOf(type.GenericTypeArguments[0], choose);
        return Values.TryGetValue(Nullable.GetUnderlyingType(type) ?? type, out var values)
            ? choose(values)
            : throw new InvalidOperationException($"add two values of {type} to {nameof(Samples)}.{nameof(Values)}");
    }

    private static Array OneOf(Type item, Func<(object Filled, object Another), object> choose)
    {
        var list = Array.CreateInstance(item, 1);
        list.SetValue(ValueOf(item, choose), 0);
        return list;
    }

    private static string WriteCertificate()
    {
        var path = Path.Combine(AppContext.BaseDirectory, "certificate.pem");
        using var certificate = Certificate();
        File.WriteAllText(path, certificate.ExportCertificatePem());
        return path;
    }
}
