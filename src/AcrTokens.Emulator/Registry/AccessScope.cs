using Microsoft.Extensions.Primitives;

namespace AcrTokens.Emulator.Registry;

/// <summary>A right on one resource, as in <c>repository:samples/app:pull,push</c>.</summary>
internal sealed record AccessScope(string Type, string Name, IReadOnlyList<string> Actions)
{
    public const string Repository = "repository";

    public override string ToString() => $"{Type}:{Name}:{string.Join(',', Actions)}";

    /// <summary>
    /// Parses scopes. Clients send several either as repeated parameters or as one parameter, separated by spaces. Invalid scopes are skipped.
    /// </summary>
    public static IEnumerable<AccessScope> Parse(StringValues parameters) =>
        from parameter in parameters
        from text in parameter?.Split(' ', StringSplitOptions.RemoveEmptyEntries) ?? []
        let typeEnd = text.IndexOf(':', StringComparison.Ordinal)
        let nameEnd = text.LastIndexOf(':')
        where typeEnd > 0 && nameEnd > typeEnd + 1
        select new AccessScope(
            text[..typeEnd],
            text[(typeEnd + 1)..nameEnd],
            text[(nameEnd + 1)..].Split(',', StringSplitOptions.RemoveEmptyEntries)
        );
}
