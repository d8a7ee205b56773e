using System.Collections.Concurrent;
using AcrTokens.Emulator.Registry.Blobs;

namespace AcrTokens.Emulator.Registry;

/// <summary>All repositories, and the uploads to them.</summary>
internal sealed class RegistryContent(TimeProvider clock) : IDisposable
{
    private readonly ConcurrentDictionary<string, RepositoryContent> repositories = new(StringComparer.Ordinal);

    public UploadStore Uploads { get; } = new(clock);

    /// <summary>The repositories to list: they hold manifests, not only blobs, and are not hidden.</summary>
    public IEnumerable<string> Repositories() =>
        repositories
            .Where(repository => repository.Value.Images.Repository is { ManifestCount: > 0, Attributes.ListEnabled: true })
            .Select(repository => repository.Key)
            .Order(StringComparer.Ordinal);

    public RepositoryContent? Find(string repository) => repositories.GetValueOrDefault(repository);

    public RepositoryContent FindOrAdd(string repository) => repositories.GetOrAdd(repository, _ => new RepositoryContent(clock));

    public void Remove(string repository)
    {
        if (repositories.TryRemove(repository, out var removed))
        {
            removed.Dispose();
        }
    }

    public void Dispose()
    {
        Uploads.Dispose();
        foreach (var repository in repositories.Values)
        {
            repository.Dispose();
        }
    }
}
