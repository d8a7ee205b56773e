using System.Text;

/// <summary>
/// The ways in which a password may come to be written, listed without a look at the library's own list: what the suite
/// searches for, and what a build that leaks on purpose writes.
/// </summary>
static class WrittenSecret
{
    /// <summary>Those that a host is to be told to hide.</summary>
    public static IReadOnlyList<string> Masked(string user, string password) => [.. Bare(user, password)
        .SelectMany(text => new[] { text, Percent(text), text.Replace("+", "\\u002B", StringComparison.Ordinal) }).Distinct()];

    /// <summary>Those, and some more that other programs write.</summary>
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

        // What is the same whatever stands around it, seen by trying: as in the base64 of a docker configuration.
        foreach (var text in new[] { password, Base64($"{user}:{password}") })
        {
            foreach (var before in new[] { "", "x", "xx" })
                yield return Common(Base64($"{before}{text}"), Base64($"{before.Replace('x', '~')}{text}~~~"));
        }
    }

    // The longest piece that two texts have at the same place.
    static string Common(string one, string other) => string.Concat(one.Zip(other, (a, b) => a == b ? a : '\n')).Split('\n').MaxBy(piece => piece.Length)!;

    static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));

    // Passwords and base64 are made of letters, digits and these.
    static string Percent(string text) =>
        text.Replace("+", "%2B", StringComparison.Ordinal).Replace("/", "%2F", StringComparison.Ordinal).Replace("=", "%3D", StringComparison.Ordinal);
}
