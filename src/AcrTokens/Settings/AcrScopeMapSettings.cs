namespace AcrTokens;

/// <summary>The settings shared by all tasks on one scope map.</summary>
public abstract record AcrScopeMapSettings : AcrSettings
{
    private protected AcrScopeMapSettings() { }

    /// <summary>The scope map's name: 5 to 50 letters, digits, hyphens and underscores. Required.</summary>
    public string? Name { get; init; }

    internal override AcrSettings WithResourceId(string resourceId) =>
        AcrResourceReference.TryParse(resourceId, AcrResourceIds.ScopeMapType) is { } id
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
            mistakes.Add("no scope map is named (SetName)");
        else if (!AcrNames.ScopeMap().IsMatch(Name))
            mistakes.Add($"'{Name}' is not a scope map's name ({AcrNames.ScopeMapRule})");
    }
}
