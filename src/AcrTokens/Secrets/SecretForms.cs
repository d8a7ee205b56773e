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

        string[] plain = [password, .. Base64(password), .. Base64($"{username}:{password}")];
        return [.. plain.SelectMany(form => new[] { form, Uri.EscapeDataString(form), JsonEncodedText.Encode(form).ToString() }).Distinct().OrderByDescending(form => form.Length)];
    }

    // Some write it without its padding.
    private static string[] Base64(string text)
    {
        var padded = Convert.ToBase64String(Encoding.UTF8.GetBytes(text));
        return [padded, padded.TrimEnd('=')];
    }
}
