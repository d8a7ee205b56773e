namespace AcrTokens.Live.Tests.Runs;

/// <summary>Removes everything that probes have made on a registry, also in runs that were killed: found by name alone.</summary>
internal static class Cleanup
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);

    /// <summary>Removes lock, images, tokens and scope maps.</summary>
    /// <returns>Everything that is left.</returns>
    public static async Task<IReadOnlyList<string>> RunAsync(Service service)
    {
        if (service.Lock is { } registry)
        {
            await registry.RemoveAsync();
            var missing = $"tokens/{Service.NewName()}";
            await service.UntilAsync(Interval, () => service.ArmAsync("clean up", "DELETE", missing), a => a.ErrorCode != "ScopeLocked");
        }

        await TokensAsync(service); // makes room for the next one where a run filled the quota
        var images = await ImagesAsync(service);
        await TokensAsync(service);
        await ScopeMapsAsync(service);
        var left = images.Concat(await LeftTokensAsync(service)).Concat(await LeftScopeMapsAsync(service)).ToList();
        service.Recorder.Take();
        return left;
    }

    /// <summary>Deletes tokens.</summary>
    public static async Task TokensAsync(Service service)
    {
        foreach (var name in await LeftTokensAsync(service))
            await service.Client.DeleteTokenAsync(new AcrTokenDeleteSettings { RegistryName = service.RegistryId, Name = name });
    }

    private static async Task ScopeMapsAsync(Service service)
    {
        foreach (var name in await LeftScopeMapsAsync(service))
            await service.Client.DeleteScopeMapAsync(new AcrScopeMapDeleteSettings { RegistryName = service.RegistryId, Name = name });
    }

    private static async Task<IReadOnlyList<string>> ImagesAsync(Service service)
    {
        var token = await service.NewTokenAsync("clean up");
        var bearer = await service.BearerTokenAsync("clean up", token, await service.PasswordAsync("clean up", token), "pull,push,delete");
        var deleted = await service.RegistryAsync("clean up", "DELETE", $"/acr/v1/{Service.Repository}", new("Bearer", bearer));
        return deleted.IsSuccess || deleted.Status == 404 ? [] : [$"the images in {Service.Repository} ({deleted.Outcome})"];
    }

    private static async Task<IReadOnlyList<string>> LeftTokensAsync(Service service)
    {
        var names = new List<string>();
        await foreach (var token in service.Client.ListTokensAsync(new AcrTokenListSettings { RegistryName = service.RegistryId }))
        {
            if (IsOurs(token.Name))
                names.Add(token.Name);
        }

        return names;
    }

    // A mint names its scope map by its actions, so these tell whose it is.
    private static async Task<IReadOnlyList<string>> LeftScopeMapsAsync(Service service)
    {
        var names = new List<string>();
        await foreach (var scopeMap in service.Client.ListScopeMapsAsync(new AcrScopeMapListSettings { RegistryName = service.RegistryId }))
        {
            if (IsOurs(scopeMap.Name) || (scopeMap.Actions.Count > 0 && scopeMap.Actions.All(IsOnOurRepository)))
                names.Add(scopeMap.Name);
        }

        return names;
    }

    // A probe puts a digit before the prefix.
    private static bool IsOurs(string name) =>
        name == Service.ShortName || name.TrimStart('1').StartsWith($"{Service.Prefix}-", StringComparison.Ordinal);

    private static bool IsOnOurRepository(string action) => action.StartsWith($"repositories/{Service.Repository}/", StringComparison.Ordinal);
}
