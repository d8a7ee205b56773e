namespace AcrTokens;

/// <summary>The settings shared by creating and updating a scope map.</summary>
public abstract record AcrScopeMapChangeSettings : AcrScopeMapWriteSettings
{
    private const int LongestDescription = 256;

    private protected AcrScopeMapChangeSettings() { }

    /// <summary>The description, at most 256 characters. Default: null, which is not sent.</summary>
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
