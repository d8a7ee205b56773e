using System.Net.Http.Headers;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace AcrTokens.Emulator.SignIn;

/// <summary>A user name and password in the <c>Authorization</c> header.</summary>
internal static class BasicCredentials
{
    /// <summary>Reads the credentials; null if the header is missing or not valid.</summary>
    public static (string User, string Password)? Of(HttpRequest request)
    {
        if (
            !AuthenticationHeaderValue.TryParse(request.Headers.Authorization, out var header)
            || !header.Scheme.Equals("Basic", StringComparison.OrdinalIgnoreCase)
            || header.Parameter is null
        )
        {
            return null;
        }

        var buffer = new byte[header.Parameter.Length];
        if (!Convert.TryFromBase64String(header.Parameter, buffer, out var length))
        {
            return null;
        }

        var pair = Encoding.UTF8.GetString(buffer, 0, length).Split(':', 2);
        return pair.Length == 2 ? (pair[0], pair[1]) : null;
    }
}
