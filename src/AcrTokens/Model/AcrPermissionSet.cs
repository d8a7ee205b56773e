using System.Text.RegularExpressions;

namespace AcrTokens;

/// <summary>The permissions of one role of the caller: its actions without its exceptions. Other roles are not affected.</summary>
/// <param name="Actions">The permitted actions; <c>*</c> matches any text.</param>
/// <param name="NotActions">The exceptions from <paramref name="Actions"/>.</param>
public sealed record AcrPermissionSet(IReadOnlyList<string> Actions, IReadOnlyList<string> NotActions)
{
    /// <summary>Whether the role permits an action. Case is ignored.</summary>
    /// <param name="action">A full action, such as <c>Microsoft.ContainerRegistry/registries/tokens/write</c>.</param>
    public bool Permits(string action) => Actions.Any(a => Covers(a, action)) && !NotActions.Any(a => Covers(a, action));

    private static bool Covers(string pattern, string action) =>
        Regex.IsMatch(
            action,
            $"^{Regex.Escape(pattern).Replace("\\*", ".*", StringComparison.Ordinal)}\\z",
            RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking
        );
}
