namespace AcrTokens;

/// <summary>The settings shared by all tasks on one token.</summary>
public abstract record AcrTokenSettings : AcrSettings
{
    private protected AcrTokenSettings() { }

    /// <summary>The token's name: 5 to 50 letters, digits and hyphens. Required.</summary>
    public string? Name { get; init; }

    internal override AcrSettings WithResourceId(string resourceId) =>
        AcrResourceReference.TryParse(resourceId, AcrResourceIds.TokenType) is { } id
            ? this with
            {
                RegistryName = id.Parent!.ToString(),
                Name = id.Name,
            }
            : base.WithResourceId(resourceId);

    internal override void Check(Mistakes mistakes, DateTimeOffset now)
    {
        base.Check(mistakes, now);

        if (string.IsNullOrEmpty(Name))
            mistakes.Add("no token is named (SetName)");
        else
            CheckToken(mistakes, Name);
    }
}
