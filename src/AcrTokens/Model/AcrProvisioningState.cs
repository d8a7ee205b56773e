namespace AcrTokens;

/// <summary>A resource's provisioning state. Values that the service adds later are kept as they are.</summary>
public readonly record struct AcrProvisioningState
{
    private readonly ServiceWord word;

    /// <param name="value">The service's value; case is ignored.</param>
    public AcrProvisioningState(string value) => word = new ServiceWord(value);

    /// <summary>Being created.</summary>
    public static AcrProvisioningState Creating { get; } = new("Creating");

    /// <summary>Being changed.</summary>
    public static AcrProvisioningState Updating { get; } = new("Updating");

    /// <summary>Being deleted.</summary>
    public static AcrProvisioningState Deleting { get; } = new("Deleting");

    /// <summary>Ready.</summary>
    public static AcrProvisioningState Succeeded { get; } = new("Succeeded");

    /// <summary>The last change failed.</summary>
    public static AcrProvisioningState Failed { get; } = new("Failed");

    /// <summary>The last change was canceled.</summary>
    public static AcrProvisioningState Canceled { get; } = new("Canceled");

    /// <summary>True for Succeeded, Failed and Canceled. Any other value, known or not, means that the service is still working.</summary>
    public bool IsTerminal => Equals(Succeeded) || Equals(Failed) || Equals(Canceled);

    /// <summary>The service's value.</summary>
    public string Value => word.Text!;

    /// <inheritdoc/>
    public override string ToString() => word.ToString();
}
