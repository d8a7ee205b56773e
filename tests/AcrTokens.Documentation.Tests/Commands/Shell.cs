using System.Text;

namespace AcrTokens.Documentation.Tests.Commands;

/// <summary>Splits lines of a shell into commands and words, as far as the pages need it.</summary>
internal static class Shell
{
    private static readonly string[] Ends = ["|", "||", "&&", "&", ";", "(", ")"];

    /// <summary>The commands in a text, each by its words. Redirections and variables that are set before a command are left out.</summary>
    public static IEnumerable<IReadOnlyList<string>> Commands(string text)
    {
        foreach (var line in text.Replace("\\\n", " ", StringComparison.Ordinal).Split('\n'))
        {
            var command = new List<string>();
            var redirects = false;
            foreach (var (word, quoted) in Words(line))
            {
                if (!quoted && Ends.Contains(word))
                {
                    yield return command;
                    command = [];
                }
                else if (!quoted && word is ">" or ">>" or "<" or "2>")
                    redirects = true;
                else if (redirects)
                    redirects = false;
                else
                    command.Add(word);
            }

            yield return command;
        }
    }

    private static IEnumerable<(string Word, bool Quoted)> Words(string line)
    {
        var word = new StringBuilder();
        var (began, quoted, quote) = (false, false, '\0');
        for (var i = 0; i < line.Length; i++)
        {
            var c = line[i];
            if (quote != '\0')
            {
                if (c == quote)
                    quote = '\0';
                else
                    word.Append(c);
            }
            else if (c is '"' or '\'')
                (began, quoted, quote) = (true, true, c);
            else if (c == '#' && !began)
                break;
            else if (c is ' ' or ';' or '(' or ')')
            {
                if (began)
                    yield return (word.ToString(), quoted);
                if (c != ' ')
                    yield return (c.ToString(), false);
                word.Clear();
                (began, quoted) = (false, false);
            }
            else
            {
                word.Append(c);
                began = true;
            }
        }

        if (began)
            yield return (word.ToString(), quoted);
    }
}
