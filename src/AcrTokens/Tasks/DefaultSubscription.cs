namespace AcrTokens;

/// <summary>The default subscription: the environment's, else the Azure CLI's.</summary>
/// <param name="Text">The id as found.</param>
/// <param name="Account">The CLI's account; null for the environment's subscription.</param>
internal sealed record DefaultSubscription(string Text, AzureCliAccount? Account)
{
    public const string Variable = "AZURE_SUBSCRIPTION_ID";

    private const string HowToName = $"name one (SetSubscriptionId, {Variable}, or az account set)";

    /// <summary>The form that the service accepts; null if it is no id.</summary>
    public string? Id => SubscriptionIds.Normalize(Text);

    /// <summary>Why it cannot be used; null if it can.</summary>
    public string? Mistake =>
        Account switch
        {
            { IsTenant: true } => $"the Azure CLI's default is no subscription but tenant '{Account.TenantId ?? Account.Id}': {HowToName}",
            { IsDisabled: true } =>
                $"the Azure CLI's default subscription '{Account.Name ?? Account.Id}' is {Account.State}, and takes no changes: {HowToName}",
            _ when Id is null => SubscriptionIds.Refuse(Place, Text),
            _ => null,
        };

    private string Place => Account is null ? $"{Variable} is" : "the Azure CLI's profile holds";

    /// <summary>Finds it; null if neither names one.</summary>
    public static DefaultSubscription? Find() =>
        Environment.GetEnvironmentVariable(Variable) is { } fromEnvironment && !string.IsNullOrWhiteSpace(fromEnvironment)
            ? new(fromEnvironment, null)
        : AzureCliAccount.Find() is { } account ? new(account.Id, account)
        : null;
}
