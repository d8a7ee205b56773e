namespace AcrTokens.Benchmarks.Simulation;

/// <summary>How a build ends its token.</summary>
internal enum LeaseEnd
{
    /// <summary>PATCH and DELETE, as a lease does.</summary>
    Revoke,

    /// <summary>PATCH alone, as <c>EnableKeepDisabled</c> does: a sweep deletes it later.</summary>
    KeepDisabled,

    /// <summary>DELETE alone: <c>AcrTokenDelete</c> instead of a lease.</summary>
    Delete,
}
