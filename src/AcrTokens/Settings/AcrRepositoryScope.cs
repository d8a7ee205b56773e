namespace AcrTokens;

/// <summary>What a token may do on one repository.</summary>
/// <param name="Repository">The repository, such as <c>samples/hello</c>; <c>samples/*</c> means all below.</param>
/// <param name="Permission">What it may do there.</param>
public sealed record AcrRepositoryScope(string Repository, AcrPermission Permission) : AcrScope
{
    private static readonly (AcrPermission Allows, string Action)[] Actions =
    [
        (AcrPermission.Pull | AcrPermission.Push, "content/read"),
        (AcrPermission.Push, "content/write"),
        (AcrPermission.Delete, "content/delete"),
        (AcrPermission.MetadataRead, "metadata/read"),
        (AcrPermission.MetadataWrite, "metadata/write"),
    ];

    /// <inheritdoc/>
    public override IEnumerable<string> ToActions() =>
        Actions.Where(a => (a.Allows & Permission) != 0).Select(a => $"repositories/{Repository}/{a.Action}");

    internal override void Check(Mistakes mistakes)
    {
        mistakes.AddIf(!AcrNames.Repository().IsMatch(Repository ?? ""),
            $"'{Repository}' is not a repository: lower-case parts between slashes, a wildcard only as the last part, no tag and no registry");
        mistakes.AddIf(!ToActions().Any(), $"repository '{Repository}' is given no permission");
    }
}
