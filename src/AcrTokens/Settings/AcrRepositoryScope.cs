namespace AcrTokens;

/// <summary>A token's permissions on one repository.</summary>
/// <param name="Repository"> The repository, such as <c>samples/hello</c>; <c>samples/*</c> means all below. It may begin with the registry's own
/// host, as in <c>contoso.azurecr.io/samples/hello</c>; another registry's host is refused. </param>
/// <param name="Permission">The permissions.</param>
public sealed record AcrRepositoryScope(string Repository, AcrPermission Permission) : AcrScope
{
    private static readonly (AcrPermission Allows, string Action)[] Actions =
    [
        (AcrPermission.Pull | AcrPermission.Push, "content/read"),
        (AcrPermission.Push | AcrPermission.ContentWrite, "content/write"),
        (AcrPermission.Delete, "content/delete"),
        (AcrPermission.MetadataRead, "metadata/read"),
        (AcrPermission.MetadataWrite, "metadata/write"),
    ];

    /// <summary>The registry's host in an image reference; null if there was none.</summary>
    internal string? Host { get; init; }

    /// <inheritdoc/>
    public override IEnumerable<string> ToActions() =>
        Actions.Where(a => (a.Allows & Permission) != 0).Select(a => $"repositories/{Repository}/{a.Action}");

    internal override AcrRepositoryScope InForm(OwnHosts own) =>
        Split(own) is { Host: { } host, Path: var path } && own.Contains(host) ? this with { Host = null, Repository = path } : this;

    internal override void Check(Mistakes mistakes, OwnHosts own)
    {
        var (host, path) = Split(own);
        var text = Host is null ? Repository : $"{Host}/{Repository}";
        if (host is not null && path.Length == 0)
            mistakes.Add($"'{text}' is a registry: name a repository in it");
        else if (host is not null && own.Excludes(host))
            mistakes.Add(
                $"'{text}' is in registry '{host}', not in '{own.Registry}': leave the host out where they are the "
                    + $"same{OrBehindLoginServer($"{host}/{path}")}"
            );
        else if (host is null && path.StartsWith("repositories/", StringComparison.Ordinal))
            mistakes.Add($"'{text}' begins as a scope map's action does: write '{path["repositories/".Length..]}'{OrBehindLoginServer(text)}");
        else if (path.Length > RepositoryText.Longest)
            mistakes.Add($"'{path[..30]}…' has {path.Length} characters, more than the {RepositoryText.Longest} of a repository");
        else
            mistakes.AddIf(
                !AcrNames.Repository().IsMatch(path),
                $"'{text}' is not a repository: lower-case parts between slashes, a wildcard only as the last part, no tag and no other registry"
            );

        mistakes.AddIf(!ToActions().Any(), $"repository '{text}' is given no permission");
    }

    /// <summary>Whether it is about that repository, in any spelling.</summary>
    internal bool IsOn(string repository, OwnHosts own)
    {
        var other = new AcrRepositoryScope(repository, Permission);
        return Names(own) == other.Names(own) && MayShare(HostFor(own), other.HostFor(own));
    }

    /// <summary>The host before the repository; null if there is none.</summary>
    internal string? HostFor(OwnHosts own) => Split(own).Host;

    // No advice if the rest is no valid repository, as with a port.
    private static string OrBehindLoginServer(string path) =>
        AcrNames.Repository().IsMatch(path) ? $", or write <login server>/{path} where the repository's own path begins so" : "";

    private (string? Host, string Path) Names(OwnHosts own) => InForm(own).Split(own);

    // Two hosts that may each be the registry's as long as it is unknown.
    private static bool MayShare(string? one, string? other) =>
        AcrRegistryReference.OfHost(RegistryHost.TryParse(one) ?? "") is not { } a
        || AcrRegistryReference.OfHost(RegistryHost.TryParse(other) ?? "") is not { } b
        || a.MayBe(b);

    private (string? Host, string Path) Split(OwnHosts own) =>
        Host is null ? RepositoryText.Split(Repository ?? "", own.Contains) : (Host, Repository);
}
