namespace AcrTokens;

/// <summary>One of the two passwords of a registry's admin user. The service has no others and ignores case.</summary>
public enum AcrAdminPasswordName
{
    /// <summary><c>password</c>.</summary>
    Password,

    /// <summary><c>password2</c>.</summary>
    Password2,
}
