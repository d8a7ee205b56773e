using System.CommandLine;
using System.CommandLine.Parsing;

namespace AcrTokens.Tool.CommandLine;

/// <summary>Repositories with what may be done there: <c>samples/app:push</c>, <c>samples/app:pull+delete</c>.</summary>
internal static class Permissions
{
    private static readonly Dictionary<string, AcrPermission> Words = new(StringComparer.OrdinalIgnoreCase)
    {
        ["pull"] = AcrPermission.Pull,
        ["push"] = AcrPermission.Push,
        ["delete"] = AcrPermission.Delete,
        ["metadata-read"] = AcrPermission.MetadataRead,
        ["metadata-write"] = AcrPermission.MetadataWrite,
        ["pull-and-list"] = AcrPermission.PullAndList,
        ["push-and-list"] = AcrPermission.PushAndList,
        ["all"] = AcrPermission.All,
    };

    /// <summary>An option that takes one, and may be given several times.</summary>
    public static Option<AcrRepositoryScope[]?> CreateOption(string name, string description)
    {
        var option = new Option<AcrRepositoryScope[]?>(name)
        {
            Description = description,
            HelpName = "repository:permission",
            Arity = ArgumentArity.OneOrMore,
            CustomParser = result => [.. result.Tokens.Select(token => Parse(result, name, token.Value)).OfType<AcrRepositoryScope>()],
        };
        return option;
    }

    private static AcrRepositoryScope? Parse(ArgumentResult result, string option, string text)
    {
        var colon = text.LastIndexOf(':');
        var permission = AcrPermission.None;
        foreach (var word in colon < 0 ? [] : text[(colon + 1)..].Split('+'))
            permission = Words.TryGetValue(word, out var one) && permission >= 0 ? permission | one : (AcrPermission)(-1);
        if (permission > 0)
            return new(text[..colon], permission);

        result.AddError($"{option} is '{text}', which does not end with :{string.Join(", :", Words.Keys)}, or several such as :pull+delete");
        return null;
    }
}
