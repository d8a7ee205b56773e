using System.Text.Json.Nodes;
using AcrTokens.Emulator.State;

namespace AcrTokens.Emulator.ResourceManager;

/// <summary>The changes in a PUT or PATCH of a token; null for a property that was not sent.</summary>
internal sealed record TokenChange(string? ScopeMapId, bool? Enabled, IReadOnlySet<string>? KeptPasswords, JsonArray? Certificates)
{
    public static TokenChange Read(JsonObject properties, RegistryState registry)
    {
        var credentials = ResourceJson.ObjectAt(properties, "credentials") ?? [];
        return new TokenChange(
            ScopeMap(ResourceJson.StringAt(properties, "scopeMapId"), registry),
            Status(ResourceJson.StringAt(properties, "status")),
            Names(ResourceJson.ArrayAt(credentials, "passwords")),
            ResourceJson.ArrayAt(credentials, "certificates")?.DeepClone().AsArray()
        );
    }

    /// <summary>Checks the passwords. A body names passwords to keep, and cannot add one that <paramref name="existing"/> does not have.</summary>
    public TokenChange CheckedFor(StoredToken? existing)
    {
        if (KeptPasswords is { Count: > 0 } kept && (existing is null || !kept.IsSubsetOf(existing.Passwords.Select(p => p.Name))))
        {
            throw ArmRefusals.PasswordsCanOnlyBeGenerated();
        }

        return this;
    }

    public StoredToken Create(string name, string scopeMapId, DateTimeOffset now, DateTimeOffset activeFrom) =>
        new(name, scopeMapId, now)
        {
            ChangedAt = now,
            ActiveFrom = activeFrom,
            Enabled = Enabled ?? true,
            Certificates = Certificates,
        };

    /// <summary>PUT: a property that the body does not name is reset to its default, passwords included.</summary>
    public StoredToken Replace(StoredToken existing, DateTimeOffset now) =>
        existing.KeepingPasswords(KeptPasswords ?? new HashSet<string>()) with
        {
            ScopeMapId = ScopeMapId ?? existing.ScopeMapId,
            ChangedAt = now,
            Enabled = Enabled ?? true,
            Certificates = Certificates,
        };

    /// <summary>PATCH: only the properties that the body names are changed.</summary>
    public StoredToken Update(StoredToken existing, DateTimeOffset now) =>
        (KeptPasswords is null ? existing : existing.KeepingPasswords(KeptPasswords)) with
        {
            ScopeMapId = ScopeMapId ?? existing.ScopeMapId,
            ChangedAt = now,
            Enabled = Enabled ?? existing.Enabled,
            Certificates = Certificates ?? existing.Certificates,
        };

    private static string? ScopeMap(string? id, RegistryState registry)
    {
        if (id is null)
        {
            return null;
        }

        var name = registry.Identity.NameIn("scopeMaps", id);
        return name is not null && registry.ScopeMaps.TryFind(name, out _)
            ? id
            : throw ArmRefusals.Invalid($"The scope map {id} could not be found in this registry.");
    }

    // Assumed: the service ignores the case of the status, as it does for other names.
    private static bool? Status(string? status) =>
        status?.ToUpperInvariant() switch
        {
            null => null,
            "ENABLED" => true,
            "DISABLED" => false,
            _ => throw ArmRefusals.Invalid($"The status '{status}' is neither enabled nor disabled."),
        };

    private static HashSet<string>? Names(JsonArray? passwords) =>
        passwords is null
            ? null
            :
            [
                .. passwords.Select(p =>
                    p is JsonObject password && ResourceJson.StringAt(password, "name") is { } name && StoredPassword.Names.Contains(name)
                        ? name
                        : throw ArmRefusals.Invalid("A password's name is neither password1 nor password2.")
                ),
            ];
}
