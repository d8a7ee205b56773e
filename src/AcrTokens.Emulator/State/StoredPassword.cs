using System.Security.Cryptography;
using System.Text;

namespace AcrTokens.Emulator.State;

/// <summary>A token's password. Only a hash is kept, because the value is returned only once.</summary>
internal sealed class StoredPassword(string name, string value, DateTimeOffset createdAt, DateTimeOffset? expiresOn)
{
    public static readonly IReadOnlyList<string> Names = ["password1", "password2"];

    private readonly byte[] hash = Hash(value);

    public string Name { get; } = name;

    public DateTimeOffset CreatedAt { get; } = createdAt;

    public DateTimeOffset? ExpiresOn { get; } = expiresOn;

    public bool IsUsable(DateTimeOffset now) => ExpiresOn is not { } expiry || now < expiry;

    public bool Matches(string candidate) => CryptographicOperations.FixedTimeEquals(hash, Hash(candidate));

    private static byte[] Hash(string value) => SHA256.HashData(Encoding.UTF8.GetBytes(value));
}
