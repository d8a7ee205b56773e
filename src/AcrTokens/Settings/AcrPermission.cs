namespace AcrTokens;

/// <summary>What a token may do on a repository. Values combine: <c>AcrPermission.Push | AcrPermission.MetadataRead</c>.</summary>
[Flags]
public enum AcrPermission
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>Pull: <c>content/read</c>.</summary>
    Pull = 1,

    /// <summary>Push: <c>content/write</c>, and <c>content/read</c>, which a push needs too.</summary>
    Push = 2,

    /// <summary>Delete manifests and blobs: <c>content/delete</c>.</summary>
    Delete = 4,

    /// <summary>List tags and manifests: <c>metadata/read</c>.</summary>
    MetadataRead = 8,

    /// <summary>Lock and unlock tags and manifests: <c>metadata/write</c>.</summary>
    MetadataWrite = 16,
}
