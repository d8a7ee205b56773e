namespace AcrTokens.Live.Tests.Runs;

/// <summary>Puts a lock against deletion on the registry, and takes it off. Taking off a lock that is not there changes nothing.</summary>
internal sealed record RegistryLock(Func<Task> PutAsync, Func<Task> RemoveAsync);
