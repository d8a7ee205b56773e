namespace AcrTokens.Tool.Tests.Resources;

/// <summary>What the commands find in the registry.</summary>
internal static class Seed
{
    public static async Task TokenAsync(
        this ToolEmulator emulator,
        string name,
        string scopeMap = "_repositories_pull",
        AcrTokenStatus? status = null
    )
    {
        var settings = new AcrTokenCreateSettings { Status = status };
        await emulator.Client.CreateTokenAsync(settings.SetRegistryName(emulator.Registry).SetName(name).SetScopeMap(scopeMap));
    }

    /// <summary>Generates both.</summary>
    public static Task PasswordsAsync(this ToolEmulator emulator, string name, DateTimeOffset? expiresOn = null) =>
        emulator.Client.GenerateTokenCredentialAsync(
            new AcrTokenCredentialGenerateSettings { ExpiresOn = expiresOn }
                .SetRegistryName(emulator.Registry)
                .SetName(name)
        );

    public static Task<AcrToken> GetTokenAsync(this ToolEmulator emulator, string name) =>
        emulator.Client.GetTokenAsync(new AcrTokenGetSettings().SetRegistryName(emulator.Registry).SetName(name));

    /// <summary>Whether the registry lets somebody in with it.</summary>
    public static async Task<bool> LogsInAsync(this ToolEmulator emulator, string name, string password)
    {
        using var client = new HttpClient(emulator.Service.CreateHandler());
        using var request = new HttpRequestMessage(
            HttpMethod.Get,
            new Uri(emulator.Service.RegistryEndpoint, $"oauth2/token?service={emulator.Service.LoginServer}")
        );
        request.Headers.Authorization = new("Basic", Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes($"{name}:{password}")));
        using var answer = await client.SendAsync(request);
        return answer.IsSuccessStatusCode;
    }
}
