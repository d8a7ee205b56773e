using System.CommandLine;
using Microsoft.Extensions.Logging;

namespace AcrTokens.Tool.CommandLine;

/// <summary>A command that works on a registry, whatever its settings.</summary>
internal interface ITaskCommand
{
    IReadOnlyList<string> Examples { get; }

    int FailureCode { get; }

    IEnumerable<Option> CommonOptions { get; }

    /// <summary>What the library's log tells of, at least, where it is not to tell every step.</summary>
    LogLevel Told { get; }

    /// <summary>Everything that is wrong with its settings. Sends nothing.</summary>
    IEnumerable<string> FindMistakes(ParseResult parsed, AcrClient client);

    Task<int> RunAsync(ParseResult parsed, AcrClient client, CancellationToken cancellationToken);
}
