using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace AcrTokens;

/// <summary>
/// The name of a scope map that a mint creates: a hash of its actions. Builds with the same permissions share one, and creating it again changes
/// nothing.
/// </summary>
internal static class AcrScopeMapName
{
    private const int HashBytes = 16;

    public static string Create(IEnumerable<string> actions)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', actions)));
        return $"acrt-{string.Concat(hash.Take(HashBytes).Select(b => b.ToString("x2", CultureInfo.InvariantCulture)))}";
    }
}
