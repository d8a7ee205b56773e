using System.CommandLine;

namespace AcrTokens.Tool.CommandLine;

/// <summary>Creates an option with a fixed set of values. Ignores case, as the service does.</summary>
internal static class OneOf
{
    public static Option<string?> Create(string name, string description, string helpName, params string[] words)
    {
        var option = new Option<string?>(name)
        {
            Description = $"{description}: {string.Join(" or ", words)}",
            HelpName = helpName,
            CustomParser = result =>
            {
                var value = result.Tokens[0].Value;
                if (words.FirstOrDefault(word => word.Equals(value, StringComparison.OrdinalIgnoreCase)) is { } word)
                    return word;

                result.AddError($"{name} is '{value}', which is not one of {string.Join(", ", words)}");
                return null;
            },
        };
        option.CompletionSources.Add(words);
        return option;
    }
}
