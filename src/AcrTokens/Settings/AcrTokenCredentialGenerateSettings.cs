namespace AcrTokens;

/// <summary>Settings of <c>AcrTokenCredentialGenerate</c>: generates passwords of an existing token.</summary>
/// <example><code>s =>
/// s.SetRegistryName("contoso.azurecr.io").SetResourceGroupName("builds")
///     .SetName("nightly").SetPasswordName(AcrTokenPasswordName.Password1).SetLifetime(TimeSpan.FromHours(1))</code></example>
public sealed record AcrTokenCredentialGenerateSettings : AcrTokenWriteSettings
{
    /// <summary>The password to generate. Default: null, which generates both and so invalidates both current ones.</summary>
    public AcrTokenPasswordName? PasswordName { get; init; }

    /// <summary>When the password expires. Default: null; see <see cref="Lifetime"/>.</summary>
    public DateTimeOffset? ExpiresOn { get; init; }

    /// <summary>How long the password is valid from now. Default: null. If <see cref="ExpiresOn"/> is null too, it never expires.</summary>
    public TimeSpan? Lifetime { get; init; }

    internal override string Task => "AcrTokenCredentialGenerate";

    internal override void Check(Mistakes mistakes, DateTimeOffset now)
    {
        base.Check(mistakes, now);
        mistakes.AddIf(Lifetime is not null && ExpiresOn is not null, "both a lifetime and an expiry are set: choose one");
        mistakes.AddIf(Lifetime <= TimeSpan.Zero, $"lifetime {Lifetime} is not positive");
        mistakes.AddIfEndless("lifetime", Lifetime, now);
        mistakes.AddIf(ExpiresOn <= now, $"expiry {ExpiresOn:O} is past");
    }
}
