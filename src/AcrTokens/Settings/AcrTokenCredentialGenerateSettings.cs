namespace AcrTokens;

/// <summary>Settings of <c>AcrTokenCredentialGenerate</c>: new passwords for a token that exists.</summary>
/// <example><code>s =>
/// s.SetRegistryName("contoso.azurecr.io").SetResourceGroupName("builds")
///     .SetName("nightly").SetPasswordName(AcrTokenPasswordName.Password1).SetLifetime(TimeSpan.FromHours(1))</code></example>
public sealed record AcrTokenCredentialGenerateSettings : AcrTokenWriteSettings
{
    /// <summary>Which password to generate. Default null: both, which ends what logs in with either.</summary>
    public AcrTokenPasswordName? PasswordName { get; init; }

    /// <summary>From when on the password is refused. Default null: see <see cref="Lifetime"/>.</summary>
    public DateTimeOffset? ExpiresOn { get; init; }

    /// <summary>How long from now the password is good. Default null: with <see cref="ExpiresOn"/> null too, it never expires.</summary>
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
