namespace AcrTokens;

/// <summary>The subscription that is meant when none is named: the environment's, else the Azure CLI's default.</summary>
/// <param name="Text">Its id as it was found.</param>
/// <param name="Account">The CLI's account that it is of; null for the environment's.</param>
internal sealed record DefaultSubscription(string Text, AzureCliAccount? Account)
{
    public const string Variable = "AZURE_SUBSCRIPTION_ID";

    private const string HowToName = $"name one (SetSubscriptionId, {Variable}, or az account set)";

    /// <summary>The form that the service takes; null where it is no id.</summary>
    public string? Id => SubscriptionIds.Normalize(Text);

    /// <summary>Why it is of no use; null where it is.</summary>
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

    /// <summary>Null where neither says.</summary>
    public static DefaultSubscription? Find() =>
        Environment.GetEnvironmentVariable(Variable) is { } fromEnvironment && !string.IsNullOrWhiteSpace(fromEnvironment)
            ? new(fromEnvironment, null)
        : AzureCliAccount.Find() is { } account ? new(account.Id, account)
        : null;
}
