using System.Text.Json;

namespace AcrTokens;

/// <summary>The Azure CLI's default account, from its profile file.</summary>
/// <param name="Id">The subscription's id, or the tenant's for an account without a subscription.</param>
/// <param name="Name">The display name.</param>
/// <param name="TenantId">The tenant's id.</param>
/// <param name="State">The state at the last <c>az login</c>, such as <c>Enabled</c>.</param>
/// <param name="Environment">The CLI's name of the cloud, such as <c>AzureCloud</c>.</param>
internal sealed record AzureCliAccount(string Id, string? Name, string? TenantId, string? State, string? Environment)
{
    private const string WithoutSubscription = "N/A(tenant level account)"; // of az login --allow-no-subscriptions

    /// <summary>Whether it is a tenant without a subscription.</summary>
    public bool IsTenant => Name == WithoutSubscription || string.Equals(Id, TenantId, StringComparison.OrdinalIgnoreCase);

    public bool IsDisabled => State is "Disabled" or "Deleted";

    /// <summary>Reads the default account; null if there is none or the profile cannot be read.</summary>
    public static AzureCliAccount? Find()
    {
        var folder = System.Environment.GetEnvironmentVariable("AZURE_CONFIG_DIR") is { Length: > 0 } configured
            ? configured
            : Path.Combine(System.Environment.GetFolderPath(System.Environment.SpecialFolder.UserProfile), ".azure");
        try
        {
            using var profile = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "azureProfile.json"))); // skips the byte order mark
            return
                profile
                    .RootElement.GetProperty("subscriptions")
                    .EnumerateArray()
                    .FirstOrDefault(s => s.TryGetProperty("isDefault", out var isDefault) && isDefault.ValueKind == JsonValueKind.True)
                    is { ValueKind: JsonValueKind.Object } account
                && account.GetProperty("id").GetString() is { Length: > 0 } id
                ? new(id, Text(account, "name"), Text(account, "tenantId"), Text(account, "state"), Text(account, "environmentName"))
                : null;
        }
        catch (Exception exception)
            when (exception is IOException or UnauthorizedAccessException or JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return null; // no readable profile, no default
        }
    }

    private static string? Text(JsonElement account, string name) =>
        account.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
