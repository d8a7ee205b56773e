namespace AcrTokens;

/// <summary>The credentials of a registry's admin user: full permissions for anyone who has them, until they are regenerated.</summary>
public sealed record AcrAdminCredential
{
    /// <summary>The user name: the registry's name.</summary>
    public required string Username { get; init; }

    /// <summary>The password named <c>password</c>; null if the service did not send it.</summary>
    public AcrSecret? Password { get; init; }

    /// <summary>The password named <c>password2</c>; null if the service did not send it.</summary>
    public AcrSecret? Password2 { get; init; }
}
