using System.Text.Json;

namespace AcrTokens;

/// <summary>The account that the Azure CLI uses where none is named, as its profile file has it.</summary>
/// <param name="Id">The subscription's id; the tenant's for an account without one.</param>
/// <param name="Name">What the portal calls it.</param>
/// <param name="TenantId">Whose it is.</param>
/// <param name="State">Such as <c>Enabled</c>, at the last <c>az login</c>.</param>
/// <param name="Environment">Which Azure, in the CLI's words: <c>AzureCloud</c>.</param>
internal sealed record AzureCliAccount(string Id, string? Name, string? TenantId, string? State, string? Environment)
{
    private const string WithoutSubscription = "N/A(tenant level account)"; // of az login --allow-no-subscriptions

    /// <summary>Whether it stands for a tenant only, with no subscription in it.</summary>
    public bool IsTenant => Name == WithoutSubscription || string.Equals(Id, TenantId, StringComparison.OrdinalIgnoreCase);

    public bool IsDisabled => State is "Disabled" or "Deleted";

    /// <summary>Null where no profile can be read, or where it has no default.</summary>
    public static AzureCliAccount? Find()
    {
        var folder = System.Environment.GetEnvironmentVariable("AZURE_CONFIG_DIR") is { Length: > 0 } configured
            ? configured
            : Path.Combine(System.Environment.GetFolderPath(System.Environment.SpecialFolder.UserProfile), ".azure");
        try
        {
            using var profile = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "azureProfile.json"))); // reads past its byte order mark
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
            return null; // no profile that can be read is no default subscription
        }
    }

    private static string? Text(JsonElement account, string name) =>
        account.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
