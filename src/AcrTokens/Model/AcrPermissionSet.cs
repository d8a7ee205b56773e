using System.Text.RegularExpressions;

namespace AcrTokens;

/// <summary>What one role gives to the caller: some actions, without some others. What another role gives stays.</summary>
/// <param name="Actions">The actions that it gives; <c>*</c> stands for any text.</param>
/// <param name="NotActions">Those that it does not give, though <paramref name="Actions"/> names them.</param>
public sealed record AcrPermissionSet(IReadOnlyList<string> Actions, IReadOnlyList<string> NotActions)
{
    /// <summary>Whether the role gives that action. Case does not count.</summary>
    /// <param name="action">A whole action, such as <c>Microsoft.ContainerRegistry/registries/tokens/write</c>.</param>
    public bool Permits(string action) => Actions.Any(a => Covers(a, action)) && !NotActions.Any(a => Covers(a, action));

    private static bool Covers(string pattern, string action) =>
        Regex.IsMatch(
            action,
            $"^{Regex.Escape(pattern).Replace("\\*", ".*", StringComparison.Ordinal)}\\z",
            RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking
        );
}
