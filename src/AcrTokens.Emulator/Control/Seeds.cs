using AcrTokens.Emulator.ResourceManager;
using AcrTokens.Emulator.State;

namespace AcrTokens.Emulator.Control;

/// <summary>Creates a seed's resources by the rules that hold for requests, and writes the current state as a seed.</summary>
internal static class Seeds
{
    /// <exception cref="InvalidDataException">The file is not a seed, or one of its resources is not valid.</exception>
    public static void AddFileTo(EmulatorState state, string path)
    {
        Seed seed;
        try
        {
            seed = ControlJson.Read<Seed>(File.ReadAllBytes(path));
        }
        catch (InvalidDataException exception)
        {
            throw new InvalidDataException($"The seed {path} is not valid. {exception.Message}", exception);
        }

        AddTo(state, seed);
    }

    /// <exception cref="InvalidDataException">A resource is not valid. Those before it have been created.</exception>
    public static void AddTo(EmulatorState state, Seed seed)
    {
        foreach (var client in seed.Clients)
        {
            state.Principals.Add(new ServicePrincipal(client.Id, client.Secret));
        }

        foreach (var registry in seed.Registries)
        {
            if (!state.TryFind(registry.Name, out var found))
            {
                throw new InvalidDataException($"The seed names the registry '{registry.Name}', which the emulator's options do not name.");
            }

            try
            {
                Add(registry, found, state.Clock.GetUtcNow());
            }
            catch (ArmException refusal)
            {
                throw new InvalidDataException($"The seed of the registry '{registry.Name}' is not valid: {refusal.Message}", refusal);
            }
        }
    }

    public static Seed Of(EmulatorState state) =>
        new()
        {
            Registries = [.. state.Registries.Select(Of)],
            Clients = [.. state.Principals.All().Select(principal => new SeedClient(principal.ClientId))],
        };

    private static SeedRegistry Of(RegistryState registry) =>
        new(registry.Identity.RegistryName)
        {
            AdminUserEnabled = registry.Admin.Enabled,
            ScopeMaps =
            [
                .. registry
                    .ScopeMaps.All()
                    .Where(map => !map.IsSystemDefined)
                    .Select(map => new SeedScopeMap(map.Name, map.Actions) { Description = map.Description }),
            ],
            Tokens =
            [
                .. registry
                    .Tokens.All()
                    .Select(token => new SeedToken(token.Name, registry.Identity.NameIn("scopeMaps", token.ScopeMapId) ?? "")
                    {
                        Enabled = token.Enabled,
                        Passwords = [.. token.Passwords.Select(password => new SeedPassword(password.Name) { Expiry = password.ExpiresOn })],
                    }),
            ],
        };

    private static void Add(SeedRegistry seed, RegistryState registry, DateTimeOffset now)
    {
        registry.Admin.Enabled = seed.AdminUserEnabled ?? registry.Admin.Enabled;
        foreach (var map in seed.ScopeMaps)
        {
            ResourceNames.CheckScopeMap(map.Name);
            foreach (var action in map.Actions)
            {
                ResourceNames.CheckAction(action);
            }

            registry.ScopeMaps.Change(
                map.Name,
                existing =>
                    existing is { IsSystemDefined: true }
                        ? throw ArmRefusals.SystemScopeMap(map.Name)
                        : new StoredScopeMap(map.Name, now, [.. map.Actions]) { Description = map.Description }
            );
        }

        foreach (var token in seed.Tokens)
        {
            ResourceNames.CheckToken(token.Name);
            if (!registry.ScopeMaps.TryFind(token.ScopeMap, out var map))
            {
                throw ArmRefusals.NotFound(token.ScopeMap);
            }

            registry.Tokens.Change(
                token.Name,
                _ => new StoredToken(token.Name, registry.Identity.ScopeMapId(map.Name), now)
                {
                    ChangedAt = now,
                    ActiveFrom = now,
                    Enabled = token.Enabled,
                    Passwords = [.. token.Passwords.Select(password => Stored(password, now))],
                }
            );
        }
    }

    private static StoredPassword Stored(SeedPassword password, DateTimeOffset now) =>
        !StoredPassword.Names.Contains(password.Name)
            ? throw ArmRefusals.Invalid($"The password name '{password.Name}' is neither password1 nor password2.")
        : password.Value is null ? throw ArmRefusals.Invalid($"The password '{password.Name}' needs a value.")
        : new StoredPassword(password.Name, password.Value, now, password.Expiry);
}
