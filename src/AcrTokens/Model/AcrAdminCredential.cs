namespace AcrTokens;

/// <summary>The admin user's credentials of a registry: all rights, for everybody who has them, until they are regenerated.</summary>
public sealed record AcrAdminCredential
{
    /// <summary>The user name: the registry's name.</summary>
    public required string Username { get; init; }

    /// <summary>The password named <c>password</c>; null when the service did not send it.</summary>
    public AcrSecret? Password { get; init; }

    /// <summary>The password named <c>password2</c>; null when the service did not send it.</summary>
    public AcrSecret? Password2 { get; init; }
}
