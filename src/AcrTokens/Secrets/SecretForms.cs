using System.Text;
using System.Text.Json;

namespace AcrTokens;

/// <summary>The ways in which a password comes to be written.</summary>
internal static class SecretForms
{
    // A shorter piece of base64 would stand in the middle of harmless words.
    private const int Shortest = 6;

    /// <summary>
    /// The password and its base64, alone and as <c>user:password</c>, and what stays the same of both in the base64 of whatever they stand in,
    /// such as a whole docker configuration; each as it is, URL-escaped and JSON-escaped. The longest first.
    /// </summary>
    public static string[] Of(string username, string password)
    {
        if (password.Length == 0)
            return [];

        var login = Login(username, password);
        string[] plain =
        [
            password,
            .. WithAndWithoutPadding(Base64(password)),
            .. WithAndWithoutPadding(login),
            .. InBase64(password),
            .. InBase64(login),
        ];
        return
        [
            .. plain
                .SelectMany(form => new[] { form, Uri.EscapeDataString(form), JsonEncodedText.Encode(form).ToString() })
                .Distinct()
                .OrderByDescending(form => form.Length),
        ];
    }

    /// <summary>As HTTP's Basic scheme and a docker configuration have a login: base64 of <c>user:password</c>.</summary>
    public static string Login(string username, string password) => Base64($"{username}:{password}");

    // Some write it without its padding.
    private static string[] WithAndWithoutPadding(string base64) => [base64, base64.TrimEnd('=')];

    // Three bytes are four letters, so it depends on how many bytes come before. A letter that is made of a neighbour's bits as well is left out.
    private static IEnumerable<string> InBase64(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        for (var before = 0; before < 3; before++)
        {
            var letters = Convert.ToBase64String([.. new byte[before], .. bytes]);
            var (from, to) = (Letters(before, roundedUp: true), Letters(before + bytes.Length, roundedUp: false));
            if (to - from >= Shortest)
                yield return letters[from..to];
        }
    }

    private static int Letters(int bytes, bool roundedUp) => ((bytes * 8) + (roundedUp ? 5 : 0)) / 6;

    private static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));
}
