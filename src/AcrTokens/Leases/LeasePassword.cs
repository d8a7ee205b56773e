namespace AcrTokens;

/// <summary>A password of a lease.</summary>
/// <param name="Secret">The password.</param>
/// <param name="Name">Which of the token's two passwords it is.</param>
/// <param name="ExpiresOn">When it expires, on the service's clock.</param>
internal sealed record LeasePassword(AcrSecret Secret, AcrTokenPasswordName Name, DateTimeOffset ExpiresOn)
{
    /// <summary>The name of the password that a renewal generates.</summary>
    public AcrTokenPasswordName Other => Name == AcrTokenPasswordName.Password1 ? AcrTokenPasswordName.Password2 : AcrTokenPasswordName.Password1;
}
