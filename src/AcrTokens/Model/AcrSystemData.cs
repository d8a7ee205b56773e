namespace AcrTokens;

/// <summary>Who made a resource and who changed it last.</summary>
/// <remarks>The service rewrites <see cref="CreatedOn"/> at every update; the true time is the resource's own <c>CreatedOn</c>.</remarks>
public sealed record AcrSystemData
{
    /// <summary>The user or application behind the last PUT or PATCH.</summary>
    public string? CreatedBy { get; init; }

    /// <summary><c>User</c> or <c>Application</c>.</summary>
    public string? CreatedByType { get; init; }

    /// <summary>Rewritten by the service at every update.</summary>
    public DateTimeOffset? CreatedOn { get; init; }

    /// <summary>Who changed the resource last.</summary>
    public string? LastModifiedBy { get; init; }

    /// <summary><c>User</c> or <c>Application</c>.</summary>
    public string? LastModifiedByType { get; init; }

    /// <summary>When the resource was changed last.</summary>
    public DateTimeOffset? LastModifiedOn { get; init; }
}
