using System.Security.Cryptography;
using System.Text;

namespace AcrTokens.Emulator.State;

/// <summary>An application that may sign in.</summary>
internal sealed class ServicePrincipal(string clientId, string? secret)
{
    private readonly byte[]? hash = secret is null ? null : Hash(secret);

    public string ClientId { get; } = clientId;

    /// <summary>Whether the secret is correct. False for every secret if the application has none: it needs a federated token.</summary>
    public bool Matches(string candidate) => hash is not null && CryptographicOperations.FixedTimeEquals(hash, Hash(candidate));

    private static byte[] Hash(string value) => SHA256.HashData(Encoding.UTF8.GetBytes(value));
}
