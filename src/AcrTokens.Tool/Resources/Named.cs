using System.CommandLine;
using AcrTokens.Tool.CommandLine;

namespace AcrTokens.Tool.Resources;

/// <summary>Reads a token or scope map from the command line: by name and registry, or by resource id.</summary>
internal static class Named
{
    public static Option<string?> Token { get; } = new("--name", "-n") { Description = "The token's name", HelpName = "name" };

    public static Option<string?> ScopeMap { get; } = new("--name", "-n") { Description = "The scope map's name", HelpName = "name" };

    public static Option<string?> Id { get; } =
        new("--id")
        {
            Description = "The full resource id, instead of --name, --registry, --resource-group and --subscription",
            HelpName = "resource id",
        };

    public static T NameToken<T>(this T settings, ParseResult parsed)
        where T : AcrTokenSettings => parsed.Read(Id) is { } id ? settings.SetResourceId(id) : settings.SetName(parsed.Read(Token));

    public static T NameScopeMap<T>(this T settings, ParseResult parsed)
        where T : AcrScopeMapSettings => parsed.Read(Id) is { } id ? settings.SetResourceId(id) : settings.SetName(parsed.Read(ScopeMap));

    public static IEnumerable<string> FindMistakes(ParseResult parsed)
    {
        Option<string?>[] others = [Token, ScopeMap, SharedOptions.Registry, SharedOptions.ResourceGroup, SharedOptions.Subscription];
        return parsed.Read(Id) is null
            ? []
            : others.Where(other => parsed.Read(other) is not null).Select(other => $"both --id and {other.Name} are given: choose one");
    }
}
