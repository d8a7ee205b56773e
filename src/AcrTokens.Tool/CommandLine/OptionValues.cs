using System.CommandLine.Parsing;

namespace AcrTokens.Tool.CommandLine;

/// <summary>Refuses an option's value that is empty or looks like an option, as in <c>--registry "$UNSET" --what-if</c>.</summary>
internal static class OptionValues
{
    public static void Refuse(OptionResult result)
    {
        foreach (var token in result.Tokens.Where(token => token.Value.Length == 0 || token.Value.StartsWith("--", StringComparison.Ordinal)))
            result.AddError($"{result.Option.Name} needs a value, which '{token.Value}' is not");
    }
}
