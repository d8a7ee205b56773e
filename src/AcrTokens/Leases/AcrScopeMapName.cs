using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace AcrTokens;

/// <summary>
/// Names of the scope maps that mints make: by a hash of their actions, so that builds which need the same rights
/// share one, and making it again changes nothing.
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
