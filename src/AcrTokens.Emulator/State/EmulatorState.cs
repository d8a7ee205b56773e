using System.Security.Cryptography;
using AcrTokens.Emulator.Hosting;

namespace AcrTokens.Emulator.State;

/// <summary>All that one emulator knows. Each part is safe for parallel use by itself.</summary>
internal sealed class EmulatorState : IDisposable
{
    private readonly Lazy<EmulatorCertificate> certificate = new(EmulatorCertificate.Create);

    public EmulatorState(AcrEmulatorOptions options)
    {
        Options = options;
        Identity = new RegistryIdentity(options.SubscriptionId, options.ResourceGroupName, options.RegistryName, options.Location);
        CreatedAt = Clock.GetUtcNow();
        Operations = new OperationLog(Clock);
        Admin = new AdminUser(options.RegistryName, options.AdminUserEnabled);
        foreach (var map in SystemScopeMaps.At(CreatedAt))
        {
            ScopeMaps.Change(map.Name, _ => map);
        }
    }

    public AcrEmulatorOptions Options { get; }

    public TimeProvider Clock => Options.TimeProvider;

    public DateTimeOffset CreatedAt { get; }

    public RegistryIdentity Identity { get; }

    public ResourceStore<StoredToken> Tokens { get; } = new();

    public ResourceStore<StoredScopeMap> ScopeMaps { get; } = new();

    public AdminUser Admin { get; }

    public OperationLog Operations { get; }

    public RequestLog Requests { get; } = new();

    public string AccessToken { get; } = RandomNumberGenerator.GetHexString(64, lowercase: true);

    /// <summary>Made when first needed: in process, a test that never logs in does without an RSA key.</summary>
    public EmulatorCertificate Certificate => certificate.Value;

    /// <summary>Known once the listeners are up.</summary>
    public string LoginServer { get; set; } = "";

    public void Dispose()
    {
        if (certificate.IsValueCreated)
        {
            certificate.Value.Dispose();
        }
    }
}
