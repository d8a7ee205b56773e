using System.Globalization;
using System.Text.Json.Nodes;
using AcrTokens.Emulator.Hosting;
using AcrTokens.Emulator.State;

namespace AcrTokens.Emulator.ResourceManager;

/// <summary>generateCredentials: the only way to give a token a password, and the only response with its value.</summary>
internal sealed class TokenCredentialsApi(EmulatorState state)
{
    public void Map(ArmSurface arm) => arm.Map("POST", ArmSurface.Registry + "/generateCredentials", "Registries_GenerateCredentials", Generate);

    private ArmReply Generate(ArmCall request)
    {
        var tokenId = ResourceJson.StringAt(request.Json, "tokenId") ?? throw ArmRefusals.Invalid("The property tokenId is required.");
        var names = PasswordNames(ResourceJson.StringAt(request.Json, "name"));
        var expiry = Expiry(ResourceJson.StringAt(request.Json, "expiry"));
        var tokenName = request.Registry.Identity.NameIn("tokens", tokenId) ?? throw ArmRefusals.NotFound(tokenId[(tokenId.LastIndexOf('/') + 1)..]);
        RequestLog.NoteToken(request.Context, request.Registry, tokenName);
        var values = names.ToDictionary(name => name, _ => PasswordValue.New());
        var now = state.Clock.GetUtcNow();

        var token = request.Registry.Tokens.Change(
            tokenName,
            existing =>
            {
                var found = existing ?? throw ArmRefusals.NotFound(tokenName);
                return found.IsCreating(now)
                    ? throw ArmRefusals.TokenNotActive(tokenName)
                    : names.Aggregate(found, (changed, name) => changed.WithPassword(new StoredPassword(name, values[name], now, expiry)));
            }
        );

        request.Context.Features.Set(new GeneratedPasswords(token.Name, [.. values.Values]));
        return ArmReply.Ok(
            new JsonObject
            {
                ["username"] = token.Name,
                ["passwords"] = new JsonArray([.. token.Passwords.Select(password => Body(password, values))]),
            }
        );
    }

    /// <summary>The entry of a password. Every password is listed, but only a new one has a value.</summary>
    private static JsonObject Body(StoredPassword password, Dictionary<string, string> values)
    {
        var body = TokenBody.Password(password);
        if (values.TryGetValue(password.Name, out var value))
        {
            body["value"] = value;
        }

        return body;
    }

    private static IReadOnlyList<string> PasswordNames(string? name)
    {
        if (name is null)
        {
            return StoredPassword.Names;
        }

        return StoredPassword.Names.Contains(name)
            ? [name]
            : throw ArmRefusals.Invalid($"The password name '{name}' is neither password1 nor password2.");
    }

    // Assumed: an expiry in the past is accepted, and the password never works.
    private static DateTimeOffset? Expiry(string? expiry)
    {
        if (expiry is null)
        {
            return null;
        }

        return DateTimeOffset.TryParse(expiry, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var value)
            ? value
            : throw ArmRefusals.Invalid($"The expiry '{expiry}' is not a date.");
    }
}
