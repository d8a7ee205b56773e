namespace AcrTokens.Emulator;

/// <summary>
/// A lock on the registry, by the names that Resource Manager has for them. What it keeps from happening is answered 409 <c>ScopeLocked</c>.
/// </summary>
public enum EmulatorLock
{
    /// <summary>None.</summary>
    None,

    /// <summary>Nothing is deleted.</summary>
    CanNotDelete,

    /// <summary>Nothing is written, deleted or generated; reading credentials is a POST and so forbidden too.</summary>
    ReadOnly,
}
