using System.CommandLine;
using AcrTokens.Tool.CommandLine;
using AcrTokens.Tool.Resources;

namespace AcrTokens.Tool.Leases;

/// <summary>The options of a mint.</summary>
internal sealed class MintOptions
{
    private readonly Option<IReadOnlyList<AcrRepositoryScope>> repositories = ScopeOptions.Repository(
        "--repository",
        "A repository and what may be done there, as in samples/app:push or samples/app:pull+delete; may be given several times"
    );
    private readonly Option<string[]?> images = new("--image")
    {
        Description = "An image to push, whose repository is meant; may be given several times",
        HelpName = "image",
    };
    private readonly Option<string?> scopeMap = new("--scope-map")
    {
        Description = "A scope map that exists, by name or resource id, in the place of repositories: one request less",
        HelpName = "name",
    };
    private readonly Option<string[]?> tokens = new("--token")
    {
        Description = "A token that exists, in the place of a new one: it gets a password, and loses it at the end. May be given several times",
        HelpName = "name",
    };
    private readonly Option<TimeSpan?> tokenWait = Durations.CreateOption(
        "--token-wait",
        "How long to wait for a free password of --token. Default: 0"
    );
    private readonly Option<TimeSpan?> loginWait = Durations.CreateOption(
        "--login-wait",
        "How long to wait until the registry takes the password. Default: 0, not tried"
    );
    private readonly Option<TimeSpan?> lifetime = Durations.CreateOption("--lifetime", "How long the password is good at most. Default: 30m");
    private readonly Option<TimeSpan?> maximumLifetime = Durations.CreateOption("--maximum-lifetime", "The longest that is accepted. Default: 24h");
    private readonly Option<string?> prefix = new("--prefix") { Description = "How the token's name begins. Default: acrt", HelpName = "prefix" };
    private readonly Option<string[]?> loginServers = new("--login-server")
    {
        Description = "A further host that the registry is reached by; may be given several times",
        HelpName = "host",
    };
    private readonly Option<bool> userDockerConfig = new("--user-docker-config") { Description = "Carry your own logins for other registries over" };

    // A further word is the command, not a permission as in az.
    public MintOptions() => repositories.AllowMultipleArgumentsPerToken = false;

    public IEnumerable<Option> All =>
        [repositories, images, scopeMap, tokens, tokenWait, loginWait, lifetime, maximumLifetime, prefix, loginServers, userDockerConfig];

    public AcrTokenMintSettings Read(ParseResult parsed)
    {
        var settings = new AcrTokenMintSettings
        {
            Repositories = parsed.Read(repositories) ?? [],
            ScopeMap = parsed.Read(scopeMap),
            Tokens = parsed.Read(tokens) ?? [],
            TokenWait = parsed.Read(tokenWait) ?? TimeSpan.Zero,
            LoginWait = parsed.Read(loginWait) ?? TimeSpan.Zero,
            LoginServers = parsed.Read(loginServers) ?? [],
            UserDockerConfig = parsed.Read(userDockerConfig),
        };
        settings = (parsed.Read(images) ?? []).Aggregate(settings, (all, image) => all.AddImage(image));
        return settings with
        {
            Lifetime = parsed.Read(lifetime) ?? settings.Lifetime,
            MaximumLifetime = parsed.Read(maximumLifetime) ?? settings.MaximumLifetime,
            NamePrefix = parsed.Read(prefix) ?? settings.NamePrefix,
        };
    }
}
