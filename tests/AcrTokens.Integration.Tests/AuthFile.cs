using System.Text;
using System.Text.Json.Nodes;

namespace AcrTokens.Integration.Tests;

/// <summary>The file with the logins of docker, skopeo and the .NET SDK, written without the library.</summary>
internal static class AuthFile
{
    public static void Write(string path, string loginServer, string username, string password)
    {
        var auth = Convert.ToBase64String(Encoding.UTF8.GetBytes($"{username}:{password}"));
        File.WriteAllText(path, new JsonObject { ["auths"] = new JsonObject { [loginServer] = new JsonObject { ["auth"] = auth } } }.ToJsonString());
    }
}
