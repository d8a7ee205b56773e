using System.Security.Cryptography;
using System.Text;

namespace AcrTokens.Emulator.State;

/// <summary>The registry's admin user and its two passwords, which can be read at any time.</summary>
internal sealed class AdminUser(string name, bool enabled)
{
    private readonly Lock gate = new();
    private string first = PasswordValue.New();
    private string second = PasswordValue.New();

    public string Name { get; } = name;

    public bool Enabled { get; set; } = enabled;

    public IReadOnlyList<(string Name, string Value)> Passwords()
    {
        lock (gate)
        {
            return [("password", first), ("password2", second)];
        }
    }

    /// <summary>Replaces the named password. Returns false if the name is neither <c>password</c> nor <c>password2</c>, ignoring case.</summary>
    public bool TryRegenerate(string passwordName)
    {
        lock (gate)
        {
            if (passwordName.Equals("password", StringComparison.OrdinalIgnoreCase))
            {
                first = PasswordValue.New();
                return true;
            }

            if (passwordName.Equals("password2", StringComparison.OrdinalIgnoreCase))
            {
                second = PasswordValue.New();
                return true;
            }

            return false;
        }
    }

    public bool Accepts(string userName, string password) =>
        Enabled
        && userName.Equals(Name, StringComparison.OrdinalIgnoreCase)
        && Passwords().Any(p => CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(p.Value), Encoding.UTF8.GetBytes(password)));
}
