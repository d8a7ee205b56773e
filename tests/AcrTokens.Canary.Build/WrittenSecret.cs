using System.Text;

/// <summary>
/// The forms in which a password can be written, listed independently of the library's own list. The suite searches for
/// them, and a build that leaks on purpose writes them.
/// </summary>
static class WrittenSecret
{
    /// <summary>The forms that a host must mask.</summary>
    public static IReadOnlyList<string> Masked(string user, string password) => [.. Bare(user, password)
        .SelectMany(text => new[] { text, Percent(text), text.Replace("+", "\\u002B", StringComparison.Ordinal) }).Distinct()];

    /// <summary>The masked forms, and more that other programs write.</summary>
    public static IReadOnlyList<string> All(string user, string password) => [.. Bare(user, password)
        .SelectMany(text => new[]
        {
            Percent(text).Replace("%2B", "%2b", StringComparison.Ordinal).Replace("%2F", "%2f", StringComparison.Ordinal).Replace("%3D", "%3d", StringComparison.Ordinal),
            text.Replace("+", "\\u002b", StringComparison.Ordinal),
            text.Replace("/", "\\/", StringComparison.Ordinal),
            text.Replace('+', '-').Replace('/', '_'),
        })
        .Concat(Masked(user, password)).Distinct()];

    static IEnumerable<string> Bare(string user, string password)
    {
        yield return password;
        foreach (var encoded in new[] { Base64(password), Base64($"{user}:{password}") })
        {
            yield return encoded;
            yield return encoded.TrimEnd('=');
        }

        // The part that stays the same in any surrounding text, found by trying, as in the base64 of a docker configuration.
        foreach (var text in new[] { password, Base64($"{user}:{password}") })
        {
            foreach (var before in new[] { "", "x", "xx" })
                yield return Common(Base64($"{before}{text}"), Base64($"{before.Replace('x', '~')}{text}~~~"));
        }
    }

    // The longest piece that two texts share at the same position.
    static string Common(string one, string other) => string.Concat(one.Zip(other, (a, b) => a == b ? a : '\n')).Split('\n').MaxBy(piece => piece.Length)!;

    static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));

    // Passwords and base64 consist of letters, digits and these characters.
    static string Percent(string text) =>
        text.Replace("+", "%2B", StringComparison.Ordinal).Replace("/", "%2F", StringComparison.Ordinal).Replace("=", "%3D", StringComparison.Ordinal);
}
