using System.Collections.Concurrent;

namespace AcrTokens.Emulator.Registry;

/// <summary>All repositories, in memory.</summary>
internal sealed class RegistryContent
{
    private readonly ConcurrentDictionary<string, RepositoryContent> repositories = new(StringComparer.Ordinal);

    /// <summary>The repositories that hold manifests: one that only has uploads is not listed.</summary>
    public IEnumerable<string> Repositories() =>
        repositories.Where(repository => repository.Value.HasManifests).Select(repository => repository.Key).Order(StringComparer.Ordinal);

    public RepositoryContent? Find(string repository) => repositories.GetValueOrDefault(repository);

    public RepositoryContent FindOrAdd(string repository) => repositories.GetOrAdd(repository, _ => new RepositoryContent());
}
