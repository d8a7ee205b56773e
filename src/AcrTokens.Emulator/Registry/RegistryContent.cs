using System.Collections.Concurrent;
using AcrTokens.Emulator.Registry.Blobs;

namespace AcrTokens.Emulator.Registry;

/// <summary>All repositories, and the uploads to them.</summary>
internal sealed class RegistryContent(TimeProvider clock) : IDisposable
{
    private readonly ConcurrentDictionary<string, RepositoryContent> repositories = new(StringComparer.Ordinal);

    public UploadStore Uploads { get; } = new(clock);

    /// <summary>The repositories that hold manifests: one that only has uploads is not listed.</summary>
    public IEnumerable<string> Repositories() =>
        repositories.Where(repository => repository.Value.HasManifests).Select(repository => repository.Key).Order(StringComparer.Ordinal);

    public RepositoryContent? Find(string repository) => repositories.GetValueOrDefault(repository);

    public RepositoryContent FindOrAdd(string repository) => repositories.GetOrAdd(repository, _ => new RepositoryContent());

    public void Dispose()
    {
        Uploads.Dispose();
        foreach (var repository in repositories.Values)
        {
            repository.Dispose();
        }
    }
}
