using System.Text;
using System.Text.Json;

namespace AcrTokens.Faults;

/// <summary>Searches a text for a password, plain and encoded as on the wire.</summary>
internal static class Secrets
{
    public static int CountIn(string text, IEnumerable<Told> passwords) =>
        passwords.Sum(told => Forms(told).Distinct().Count(form => text.Contains(form, StringComparison.Ordinal)));

    private static IEnumerable<string> Forms(Told told) =>
        [
            told.Password,
            Convert.ToBase64String(Encoding.UTF8.GetBytes($"{told.Token}:{told.Password}")),
            Convert.ToBase64String(Encoding.UTF8.GetBytes(told.Password)),
            Uri.EscapeDataString(told.Password),
            JsonSerializer.Serialize(told.Password).Trim('"'),
        ];
}
