using System.Text;
using System.Text.Json;

namespace AcrTokens;

/// <summary>The ways in which a password comes to be written.</summary>
internal static class SecretForms
{
    /// <summary>The password and its base64, alone and as <c>user:password</c>, each as it is, URL-escaped and JSON-escaped. The longest first.</summary>
    public static string[] Of(string username, string password)
    {
        if (password.Length == 0)
            return [];

        string[] plain = [password, .. WithAndWithoutPadding(Base64(password)), .. WithAndWithoutPadding(Login(username, password))];
        return [.. plain.SelectMany(form => new[] { form, Uri.EscapeDataString(form), JsonEncodedText.Encode(form).ToString() }).Distinct().OrderByDescending(form => form.Length)];
    }

    /// <summary>As HTTP's Basic scheme and a docker configuration have a login: base64 of <c>user:password</c>.</summary>
    public static string Login(string username, string password) => Base64($"{username}:{password}");

    // Some write it without its padding.
    private static string[] WithAndWithoutPadding(string base64) => [base64, base64.TrimEnd('=')];

    private static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));
}
