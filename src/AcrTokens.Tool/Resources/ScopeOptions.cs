using System.CommandLine;
using System.CommandLine.Parsing;

namespace AcrTokens.Tool.Resources;

/// <summary>Options for permissions: <c>samples/app:push+delete</c>, or <c>samples/app content/read content/write</c> as in <c>az</c>.</summary>
internal static class ScopeOptions
{
    public static Option<IReadOnlyList<AcrRepositoryScope>> Repository(string name, string description) =>
        Create(
            name,
            $"{description}. {Words(PermissionWords.OfRepository.Keys)}",
            "repository:permission",
            result => Read(result, PermissionWords.OfRepository, (one, other) => one | other, (what, may) => new AcrRepositoryScope(what, may))
        );

    public static Option<IReadOnlyList<AcrGatewayScope>> Gateway(string name, string description) =>
        Create(
            name,
            $"{description}. {Words(PermissionWords.OfGateway.Keys)}",
            "gateway:permission",
            result => Read(result, PermissionWords.OfGateway, (one, other) => one | other, (what, may) => new AcrGatewayScope(what, may))
        );

    private static Option<IReadOnlyList<T>> Create<T>(
        string name,
        string description,
        string helpName,
        Func<ArgumentResult, IReadOnlyList<T>> read
    ) =>
        new(name)
        {
            Description = description,
            HelpName = helpName,
            Arity = ArgumentArity.OneOrMore,
            AllowMultipleArgumentsPerToken = true,
            CustomParser = result => read(result),
            DefaultValueFactory = _ => [],
        };

    // A word after a blank belongs to the preceding repository, even where az would start a new one.
    private static IReadOnlyList<TScope> Read<TPermission, TScope>(
        ArgumentResult result,
        IReadOnlyDictionary<string, TPermission> words,
        Func<TPermission, TPermission, TPermission> combine,
        Func<string, TPermission, TScope> create
    )
        where TPermission : struct, Enum
    {
        var scopes = new List<(string On, TPermission Permission)>();
        foreach (var text in result.Tokens.Select(token => token.Value))
        {
            if (scopes is [.., var last] && words.TryGetValue(text, out var further))
            {
                scopes[^1] = (last.On, combine(last.Permission, further));
                continue;
            }

            var (on, permissions) = Split(text);
            foreach (var unknown in permissions.Where(permission => !words.ContainsKey(permission)))
                result.AddError($"'{unknown}' of '{text}' is not a permission. {Words(words.Keys)}");
            scopes.Add((on, permissions.Select(permission => words.GetValueOrDefault(permission)).Aggregate(default(TPermission), combine)));
        }

        return [.. scopes.Select(scope => create(scope.On, scope.Permission))];
    }

    // The colon of a host's port is followed by digits and a slash.
    private static (string On, string[] Permissions) Split(string text)
    {
        var colon = text.LastIndexOf(':');
        var rest = text[(colon + 1)..];
        return colon < 0 || rest.Split('/', 2) is [var port, _] && port.All(char.IsAsciiDigit) ? (text, []) : (text[..colon], rest.Split('+'));
    }

    private static string Words(IEnumerable<string> words) => $"Permissions: {string.Join(", ", words)}";
}
