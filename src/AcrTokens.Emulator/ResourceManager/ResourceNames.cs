using System.Text.RegularExpressions;

namespace AcrTokens.Emulator.ResourceManager;

/// <summary>The patterns for names in the service's specification.</summary>
internal static partial class ResourceNames
{
    public static bool IsRegistry(string name) => RegistryName().IsMatch(name);

    public static void CheckToken(string name)
    {
        if (!TokenName().IsMatch(name))
        {
            throw ArmRefusals.Invalid($"The token name '{name}' is not 5 to 50 letters, digits and '-'.");
        }
    }

    public static void CheckScopeMap(string name)
    {
        if (!ScopeMapName().IsMatch(name))
        {
            throw ArmRefusals.Invalid($"The scope map name '{name}' is not 5 to 50 letters, digits, '-' and '_'.");
        }
    }

    public static void CheckAction(string action)
    {
        if (!Action().IsMatch(action))
        {
            throw ArmRefusals.Invalid($"The action '{action}' is not valid.");
        }
    }

    [GeneratedRegex(@"\A[a-zA-Z0-9]{5,50}\z")]
    private static partial Regex RegistryName();

    [GeneratedRegex(@"\A[a-zA-Z0-9-]{5,50}\z")]
    private static partial Regex TokenName();

    [GeneratedRegex(@"\A[a-zA-Z0-9_-]{5,50}\z")]
    private static partial Regex ScopeMapName();

    // A repository, '*', or a prefix that ends in '/*'.
    [GeneratedRegex(
        @"\A(repositories/(\*|[a-z0-9]+([._-]+[a-z0-9]+)*(/[a-z0-9]+([._-]+[a-z0-9]+)*)*(/\*)?)/(content/(read|write|delete)|metadata/(read|write))"
            + @"|gateway/[a-z0-9-]+/(config|message)/(read|write))\z",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Action();
}
