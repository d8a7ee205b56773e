namespace AcrTokens;

/// <summary>
/// A token's permissions on a repository. Values combine: <c>AcrPermission.Pull | AcrPermission.Delete</c>. <c>docs/rights.md</c> lists the
/// permissions that each tool needs. Summaries name the registry's own scope map with the same permissions, if there is one.
/// </summary>
[Flags]
public enum AcrPermission
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>Pull by tag or digest: <c>content/read</c>, as <c>_repositories_pull</c>.</summary>
    Pull = 1,

    /// <summary>Push: <c>content/write</c>, and <c>content/read</c>, which a push also needs, as <c>_repositories_push</c>.</summary>
    Push = 2,

    /// <summary>Delete manifests and blobs: <c>content/delete</c>.</summary>
    Delete = 4,

    /// <summary>List tags and manifests: <c>metadata/read</c>. Without it, tools that look up a version or list tags are refused.</summary>
    MetadataRead = 8,

    /// <summary>Lock and unlock tags and manifests: <c>metadata/write</c>.</summary>
    MetadataWrite = 16,

    /// <summary>
    /// Write alone: <c>content/write</c>, for a scope map whose actions are to be changed one by one. A push needs <see cref="Pull"/> too.
    /// </summary>
    ContentWrite = 32,

    /// <summary>
    /// Pull, and list tags, as <c>_repositories_pull_metadata_read</c>: for <c>helm dependency update</c>, <c>skopeo inspect</c>, <c>oras repo
    /// tags</c>.
    /// </summary>
    PullAndList = Pull | MetadataRead,

    /// <summary>Push, and list tags: for tools that look at existing tags before they push.</summary>
    PushAndList = Push | MetadataRead,

    /// <summary>Everything, as <c>_repositories_admin</c>: pull, push, delete, list, lock and unlock.</summary>
    All = Push | Delete | MetadataRead | MetadataWrite,
}
