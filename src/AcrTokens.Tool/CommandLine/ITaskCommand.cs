using System.CommandLine;

namespace AcrTokens.Tool.CommandLine;

/// <summary>A command that works on a registry, whatever its settings.</summary>
internal interface ITaskCommand
{
    IReadOnlyList<string> Examples { get; }

    int FailureCode { get; }

    IEnumerable<Option> CommonOptions { get; }

    /// <summary>Everything that is wrong with its settings. Sends nothing.</summary>
    IEnumerable<string> FindMistakes(ParseResult parsed, AcrClient client);

    Task<int> RunAsync(ParseResult parsed, AcrClient client, CancellationToken cancellationToken);
}
