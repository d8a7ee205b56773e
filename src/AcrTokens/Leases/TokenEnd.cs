namespace AcrTokens;

/// <summary>How a token ended.</summary>
internal enum TokenEnd
{
    /// <summary>The token exists and cannot log in.</summary>
    Disabled,

    /// <summary>The token exists without the lease's password.</summary>
    Released,

    /// <summary>The password had expired.</summary>
    Expired,

    /// <summary>The token was deleted.</summary>
    Deleted,

    /// <summary>The token did not exist.</summary>
    Gone,
}
