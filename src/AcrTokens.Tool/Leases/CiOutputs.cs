using System.Text;

namespace AcrTokens.Tool.Leases;

/// <summary>Sets the CI host's outputs for later steps. They never hold a secret.</summary>
internal static class CiOutputs
{
    /// <summary>Sets the outputs if the host supports them.</summary>
    /// <param name="outputs">The values by name in words, such as <c>docker config</c>. Each host has its own spelling.</param>
    /// <param name="error">Standard error, which Azure Pipelines reads too. Standard output is for results.</param>
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
                error.WriteLine($"##vso[task.setvariable variable=acrt{Pascal(name)};isOutput=true]{CiEscapes.AzurePipelines(value)}");
        }
    }

    private static string Pascal(string words) => string.Concat(words.Split(' ').Select(word => char.ToUpperInvariant(word[0]) + word[1..]));
}
