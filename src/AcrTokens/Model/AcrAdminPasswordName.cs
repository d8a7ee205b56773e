namespace AcrTokens;

/// <summary>Which of the two passwords of a registry's admin user is meant. The service knows no other and ignores case.</summary>
public enum AcrAdminPasswordName
{
    /// <summary><c>password</c>.</summary>
    Password,

    /// <summary><c>password2</c>.</summary>
    Password2,
}
