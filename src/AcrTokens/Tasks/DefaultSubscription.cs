using System.Text.Json;

namespace AcrTokens;

/// <summary>The subscription that is meant when none is named: the environment's, else the Azure CLI's default.</summary>
internal static class DefaultSubscription
{
    public const string Variable = "AZURE_SUBSCRIPTION_ID";

    public static string? Find() =>
        Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } fromEnvironment ? fromEnvironment : FromAzureCli();

    private static string? FromAzureCli()
    {
        var folder = Environment.GetEnvironmentVariable("AZURE_CONFIG_DIR") is { Length: > 0 } configured
            ? configured
            : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".azure");
        try
        {
            using var profile = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "azureProfile.json"))); // reads past its byte order mark
            return profile.RootElement.GetProperty("subscriptions").EnumerateArray()
                .FirstOrDefault(s => s.TryGetProperty("isDefault", out var isDefault) && isDefault.ValueKind == JsonValueKind.True) is { ValueKind: JsonValueKind.Object } subscription
                ? subscription.GetProperty("id").GetString()
                : null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return null; // no profile that can be read is no default subscription
        }
    }
}
