namespace AcrTokens.Emulator;

/// <summary>
/// A lock on the registry, named as in Resource Manager. A request that the lock forbids fails with 409 <c>ScopeLocked</c>.
/// </summary>
public enum EmulatorLock
{
    /// <summary>No lock.</summary>
    None,

    /// <summary>Nothing can be deleted.</summary>
    CanNotDelete,

    /// <summary>Nothing can be written, deleted or generated. Reading credentials is a POST, and therefore forbidden too.</summary>
    ReadOnly,
}
