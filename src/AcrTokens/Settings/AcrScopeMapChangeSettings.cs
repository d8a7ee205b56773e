namespace AcrTokens;

/// <summary>What a create and an update of a scope map may set.</summary>
public abstract record AcrScopeMapChangeSettings : AcrScopeMapWriteSettings
{
    private const int LongestDescription = 256;

    private protected AcrScopeMapChangeSettings() { }

    /// <summary>What it is for, at most 256 characters. Default null: not sent.</summary>
    public string? Description { get; init; }

    internal override void Check(Mistakes mistakes, DateTimeOffset now)
    {
        base.Check(mistakes, now);
        mistakes.AddIf(
            Description?.Length > LongestDescription,
            $"the description has {Description?.Length} characters, more than {LongestDescription}"
        );
    }
}
