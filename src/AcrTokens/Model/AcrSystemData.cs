namespace AcrTokens;

/// <summary>Who created and last changed a resource.</summary>
/// <remarks>The service rewrites <see cref="CreatedOn"/> on every update. The true time is the resource's own <c>CreatedOn</c>.</remarks>
public sealed record AcrSystemData
{
    /// <summary>The user or application behind the last PUT or PATCH.</summary>
    public string? CreatedBy { get; init; }

    /// <summary><c>User</c> or <c>Application</c>.</summary>
    public string? CreatedByType { get; init; }

    /// <summary>Rewritten by the service on every update.</summary>
    public DateTimeOffset? CreatedOn { get; init; }

    /// <summary>The user or application that last changed the resource.</summary>
    public string? LastModifiedBy { get; init; }

    /// <summary><c>User</c> or <c>Application</c>.</summary>
    public string? LastModifiedByType { get; init; }

    /// <summary>When the resource was last changed.</summary>
    public DateTimeOffset? LastModifiedOn { get; init; }
}
