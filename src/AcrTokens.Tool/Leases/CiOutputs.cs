using System.Text;

namespace AcrTokens.Tool.Leases;

/// <summary>What a later step of a CI job can read: the CI host's outputs. Never a secret.</summary>
internal static class CiOutputs
{
    /// <summary>Sets them where the host has a place for them.</summary>
    /// <param name="outputs">Each in words, such as <c>docker config</c>: hosts spell them their own way.</param>
    /// <param name="error">Azure Pipelines reads it too, and standard output is what a command prints.</param>
    public static void Set(IReadOnlyDictionary<string, string> outputs, TextWriter error)
    {
        if (Environment.GetEnvironmentVariable("GITHUB_OUTPUT") is { Length: > 0 } file)
            File.AppendAllText(
                file,
                string.Concat(outputs.Select(output => $"{output.Key.Replace(' ', '-')}={output.Value}\n")),
                new UTF8Encoding(false)
            );
        if (Environment.GetEnvironmentVariable("TF_BUILD") is { Length: > 0 })
        {
            foreach (var (name, value) in outputs)
                error.WriteLine($"##vso[task.setvariable variable=acrt{Pascal(name)};isOutput=true]{Escape(value)}");
        }
    }

    private static string Pascal(string words) => string.Concat(words.Split(' ').Select(word => char.ToUpperInvariant(word[0]) + word[1..]));

    private static string Escape(string value) => value.Replace("%", "%AZP25", StringComparison.Ordinal);
}
